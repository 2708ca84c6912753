import Forms
import Foundation
import Rulebooks

/// The form of an approval: time and scope may be less than was requested.
enum ApprovalForm {
    static let hours = Field<String>.choice("hours", required: true)
    static let scope = Field<String>.choice("scope", label: .key("approval.scope"))
    static let remark = Field<String>.text("remark", maximum: 200)

    /// - Parameter records: the project's records that the request can be narrowed to.
    static func form(_ request: AccessRequest, records: [Choice], _ limits: GrantLimits) -> Form {
        var fields: [any FormField] = [hours]
        if request.record == nil { fields.append(scope) }
        fields.append(remark)
        let scopes = [Choice(value: "project", label: .key("approval.scope.project"))] + records
        return Form("approval", fields).offering(GrantDuration.choices(limits), for: "hours")
            .offering(scopes, for: "scope")
    }
}
