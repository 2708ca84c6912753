import Forms
import Foundation
import Rulebooks

/// What somebody asks to read, why, and for how long (ACC-4).
enum AccessRequestForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true, hint: true)
    static let hours = Field<String>.choice("hours", required: true)

    /// - Parameter limits: the rulebook's usual and longest time.
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
}

/// How an administrator answers: the time may be shorter and the scope narrower than what was asked.
enum ApprovalForm {
    static let hours = Field<String>.choice("hours", required: true)
    static let scope = Field<String>.choice("scope", label: .key("approval.scope"))
    static let remark = Field<String>.text("remark", maximum: 200)

    /// - Parameter records: of the project, that the request can be narrowed to.
    static func form(_ request: AccessRequest, records: [Choice], _ limits: GrantLimits) -> Form {
        var fields: [any FormField] = [hours]
        if request.record == nil { fields.append(scope) }
        fields.append(remark)
        let scopes = [Choice(value: "project", label: .key("approval.scope.project"))] + records
        return Form("approval", fields).offering(GrantDuration.choices(limits), for: "hours")
            .offering(scopes, for: "scope")
    }
}

enum RefusalForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true)
    static let form = Form("refusal-form", [reason])
}

enum RevocationForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true)
    static let form = Form("revocation", [reason])
}

/// The times that are offered, in hours.
enum GrantDuration {
    /// A rulebook may say any number of hours.
    private static func words(_ hours: Int) -> LocalizedText {
        let (key, count) = hours % 24 == 0 ? ("duration.days", hours / 24) : ("duration.whole-hours", hours)
        return LocalizedText(
            Dictionary(
                uniqueKeysWithValues: Language.allCases.map { language in
                    let words = Words(language, zone: .gmt)
                    return (language, words.optional("duration.\(hours)") ?? words(key, ["count": String(count)]))
                }))
    }

    static func choices(_ limits: GrantLimits) -> [Choice] {
        Set([1, 4, limits.defaultHours, 72, limits.maximumHours]).filter { $0 <= limits.maximumHours }.sorted()
            .map { Choice(value: String($0), label: .text(words($0))) }
    }
}
