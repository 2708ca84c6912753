import Forms

/// The step that puts a proposed rulebook into force: why.
enum EnforcementForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true, hint: true)
    static let form = Form("enforcement", [reason])
}
