import Forms
import Foundation
import Rulebooks

/// The form of an access request: what to read, why, and for how long (ACC-4).
enum AccessRequestForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true, hint: true)
    static let hours = Field<String>.choice("hours", required: true)

    /// - Parameter limits: the rulebook's default and maximum duration.
    static func form(_ limits: GrantLimits) -> Form {
        Form(
            "access-request", [reason, hours],
            rules: [
                FormRule("a reason that says something") { bound in
                    guard let text = bound[reason], text.count < 10 else { return [] }
                    return [.tooShort("reason", minimum: 10, actual: text.count)]
                }
            ]
        ).offering(GrantDuration.choices(limits), for: "hours")
    }

    static func input(_ bound: BoundForm, _ scope: AccessScope) -> AccessRequestInput? {
        guard let reason = bound[reason], let hours = bound[hours].flatMap({ Int($0) }) else { return nil }
        return AccessRequestInput(scope: scope, reason: reason, hours: hours)
    }
}
