import Forms
import Rulebooks
import Testing

@Suite("A questionnaire as a form (FUP-4)")
struct QuestionnaireFormTests {
    private let form: Form
    private let questionnaire: Questionnaire
    private let today: Day

    init() throws {
        today = try day("2026-11-22")
        questionnaire = try #require(try Rulebook.pack("decoration").questionnaire("initial"))
        form = questionnaire.form
    }

    private func bind(_ entered: [String: String]) -> BoundForm {
        form.bind(entered.mapValues { [$0] }, today: today)
    }

    @Test("an empty sheet is valid: nothing was asked yet")
    func empty() {
        #expect(bind([:]).isValid)
        #expect(bind([:]).values.isEmpty)
    }

    @Test("questions come in order, then the fields of every sheet")
    func order() {
        let names = form.fields.map(\.name)
        #expect(names.first == SheetField.answer("work-started"))
        #expect(names.suffix(4) == ["overall", "customerWords", "agentNote", "problem"])
        #expect(Set(names).count == names.count)
    }

    @Test("a negative answer demands a remark and offers to keep the problem")
    func negative() {
        let answer = SheetField.answer("crew-briefed")
        let alone = bind([answer: "no"])
        #expect(alone.errors.map(\.field) == [SheetField.remark("crew-briefed")])
        #expect(alone.errors.map(\.code) == ["required"])
        #expect(alone.isShown(SheetField.isProblem("crew-briefed")))
        let whole = bind([
            answer: "no", SheetField.remark("crew-briefed"): "没来过", SheetField.isProblem("crew-briefed"): "yes",
        ])
        #expect(whole.isValid)
        #expect(whole.values[SheetField.isProblem("crew-briefed")] == .flag(true))
    }

    @Test(
        "answers that are not negative ask for no remark",
        arguments: [("crew-briefed", "yes"), ("crew-briefed", "not-asked"), ("private-money", "no")])
    func positive(question: String, answer: String) {
        let bound = bind([SheetField.answer(question): answer])
        #expect(bound.isValid)
        #expect(!bound.isShown(SheetField.remark(question)))
    }

    @Test("where yes is bad news, yes demands the remark")
    func badYes() {
        #expect(!bind([SheetField.answer("private-money"): "yes"]).isValid)
    }

    @Test(
        "of satisfaction the two lowest are negative",
        arguments: Satisfaction.allCases.map { ($0, $0 == .dissatisfied || $0 == .veryDissatisfied) })
    func satisfaction(answer: Satisfaction, isNegative: Bool) {
        #expect(bind([SheetField.answer("project-manager"): answer.rawValue]).isValid == !isNegative)
    }

    @Test("an overall rating of 0 is a rating, and not rated is not 0 (FUP-3)")
    func overall() {
        #expect(bind(["overall": "0"])[SheetField.overall] == "0")
        #expect(bind(["overall": ""])[SheetField.overall] == nil)
        #expect(!bind(["overall": "6"]).isValid)
    }

    @Test("numbers stay within their bounds")
    func number() {
        let answer = SheetField.answer("inspector-contacts")
        #expect(bind([answer: "３"]).values[answer] == .number(3))
        #expect(!bind([answer: "61"]).isValid)
    }

    @Test("the fields of a question stand in the section of its subject, which the questionnaire can name")
    func sections() {
        let sections = Set(form.fields.compactMap(\.section))
        #expect(sections == Set(questionnaire.subjects.map(\.id)))
        #expect(form[SheetField.remark("crew-briefed")]?.section == "designer")
    }
}
