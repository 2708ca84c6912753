import Forms

/// The form to put a proposed rulebook into force, with the reason.
enum EnforcementForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true, hint: true)
    static let form = Form("enforcement", [reason])
}
