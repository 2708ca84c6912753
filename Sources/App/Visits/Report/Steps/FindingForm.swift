import Forms

/// Step 2: what was found, and what was done (SVC-3).
enum FindingForm {
    static let finding = Field.textArea("finding", maximum: 1_000, required: true, hint: true)
    static let done = Field.textArea("done", maximum: 1_000, hint: true)

    static let form = Form("report-finding", [finding, done])

    static func hasWork(_ answers: [String: [String]]) -> Bool {
        !(answers[done.definition.name]?.first ?? "").isEmpty
    }
}
