import Forms
import Testing

@Suite("Fields that are shown only when another has a value")
struct ConditionTests {
    private static let answer = Field.choice("answer", [Choice("yes"), Choice("no")])
    private static let problem = Field.flag("problem", shownWhen: Condition(answer, is: "no"))
    private static let remark = Field.text(
        "remark", maximum: 20, required: true, shownWhen: Condition(problem, is: "yes"))
    // The field that others depend on may come after them.
    private let form = Form("sheet", [remark, problem, answer])

    @Test("a hidden field is neither validated nor kept, but what was typed is shown again")
    func hidden() {
        let bound = form.bind(
            ["answer": ["yes"], "problem": ["yes"], "remark": ["much too long for this little field"]],
            today: Sample.today)
        #expect(bound.isValid)
        #expect(bound.values == ["answer": .choice("yes")])
        #expect(bound.typed("remark") == "much too long for this little field")
        #expect(!bound.isShown("problem") && !bound.isShown("remark") && bound.isShown("answer"))
    }

    @Test("a condition on a hidden field is not met")
    func chain() {
        let bound = form.bind(["answer": [""], "problem": ["yes"], "remark": [""]], today: Sample.today)
        #expect(bound.isValid)
        #expect(!bound.isShown("remark"))
    }

    @Test("a shown field is validated")
    func shown() {
        let bound = form.bind(["answer": ["no"], "problem": ["yes"]], today: Sample.today)
        #expect(bound.errors == [.required("remark")])
        #expect(bound.isShown("remark"))
    }

    @Test("a condition on a wrong or unknown field is not met")
    func wrong() {
        let lost = Field.text(
            "lost", maximum: 9, required: true, shownWhen: Condition(field: "nowhere", values: ["yes"]))
        let bound = Form("sheet", [Self.answer, Self.problem, lost]).bind(["answer": ["maybe"]], today: Sample.today)
        #expect(bound.errors == [.notAnOption("answer")])
        #expect(bound.values.isEmpty)
    }

    @Test("fields that depend on each other in a circle are hidden")
    func circle() {
        let one = Field.text("one", maximum: 9, shownWhen: Condition(field: "two", values: ["x"]))
        let two = Field.text("two", maximum: 9, shownWhen: Condition(field: "one", values: ["x"]))
        let bound = Form("odd", [one, two]).bind(["one": ["x"], "two": ["x"]], today: Sample.today)
        #expect(bound.values.isEmpty)
    }

    @Test("any of several choices can show a field")
    func choices() {
        let why = Field.text(
            "why", maximum: 9, required: true, shownWhen: Condition(Sample.topics, is: "quality", "progress"))
        let form = Form("sheet", [Sample.topics, why])
        #expect(form.bind(["topics": ["design", "progress"]], today: Sample.today).errors == [.required("why")])
        #expect(form.bind(["topics": ["design"]], today: Sample.today).isValid)
    }

    @Test("a record that is edited shows what its values show")
    func filled() {
        let filled = form.filled(["answer": .choice("no"), "problem": .flag(false), "remark": .text("old")])
        #expect(filled.values.keys.sorted() == ["answer", "problem"])
        #expect(filled.typed("remark") == "")
        #expect(form.blank.isShown("answer") && !form.blank.isShown("problem"))
    }
}
