import Forms

/// The names under which a sheet's fields are entered and stored.
public enum SheetField {
    /// The answer to a question; one field each, named by the question's id.
    public static func answer(_ question: String) -> String { "q.\(question)" }
    /// What the customer said when the answer was negative.
    public static func remark(_ question: String) -> String { "q.\(question).remark" }
    /// Whether a negative answer is kept as an open problem.
    public static func isProblem(_ question: String) -> String { "q.\(question).problem" }

    /// The value of an answer that says that the question was left out.
    public static let notAsked = "not-asked"

    // Of every sheet, after the questions (FUP-3, FUP-6):
    public static let overall = Field<String>.scale("overall", [], label: .text(SheetWords.overall))
    public static let customerWords = Field<String>.textArea(
        "customerWords", maximum: 4_000, label: .text(SheetWords.customerWords))
    public static let agentNote = Field<String>.textArea(
        "agentNote", maximum: 4_000, label: .text(SheetWords.agentNote))
    public static let problem = Field<String>.textArea(
        "problem", maximum: 4_000, label: .text(SheetWords.problem))
}
