import Forms

/// Field names of a sheet, in forms and in storage.
public enum SheetField {
    /// The answer to a question, by the question's id.
    public static func answer(_ question: String) -> String { "q.\(question)" }
    /// The remark on a negative answer.
    public static func remark(_ question: String) -> String { "q.\(question).remark" }
    /// Whether a negative answer is recorded as an open problem.
    public static func isProblem(_ question: String) -> String { "q.\(question).problem" }

    /// The value for a question that was skipped.
    public static let notAsked = "not-asked"

    // On every sheet, after the questions (FUP-3, FUP-6):
    public static let overall = Field<String>.scale("overall", [], label: .text(SheetWords.overall))
    public static let customerWords = Field<String>.textArea(
        "customerWords", maximum: 4_000, label: .text(SheetWords.customerWords))
    public static let agentNote = Field<String>.textArea(
        "agentNote", maximum: 4_000, label: .text(SheetWords.agentNote))
    public static let problem = Field<String>.textArea(
        "problem", maximum: 4_000, label: .text(SheetWords.problem))
}
