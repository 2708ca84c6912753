import Forms
import Testing

@Suite("A bound form")
struct BoundFormTests {
    private static let from = Field.date("from")
    private static let to = Field.date("to")
    private static let order = FormRule("ends after it begins") { form in
        guard let from = form[Self.from], let to = form[Self.to], to < from else { return [] }
        return [FieldError(field: "from", code: "after-end")]
    }

    @Test("all that is wrong is reported in the order of the fields")
    func allErrors() {
        let bound = Sample.everything.bind(
            [
                "floors": ["x"], "started": ["y"], "phone": ["z"], "overall": ["9"], "phones.0.number": ["1"],
                "password": ["1"],
            ],
            today: Sample.today)
        #expect(
            bound.errors.map(\.field) == [
                "name", "password", "floors", "started", "phone", "overall", "phones.0.number",
            ])
        #expect(!bound.isValid)
    }

    @Test("what the application finds takes its place among the errors")
    func addingErrors() {
        let bound = Sample.everything.bind(["phone": ["z"]], today: Sample.today)
            .adding(FieldError(field: "nowhere", code: "stale"))
            .adding(FieldError(field: "notes", code: "taken"))
            .adding(FieldError(field: "name", code: "second"))
        #expect(bound.errors.map(\.code) == ["required", "second", "taken", "not-a-phone", "stale"])
        #expect(bound.errors(for: "name").map(\.code) == ["required", "second"])
    }

    @Test("rules between fields run after them, and keep silent while a field is wrong")
    func rules() {
        let form = Form("period", [Self.from, Self.to], rules: [Self.order])
        #expect(
            form.bind(["from": ["2026-2-2"], "to": ["2026-1-1"]], today: Sample.today).errors.map(\.code) == [
                "after-end"
            ])
        #expect(
            form.bind(["from": ["2026-2-2"], "to": ["x"]], today: Sample.today).errors.map(\.code) == ["not-a-date"])
        #expect(form.bind(["from": ["2026-1-1"], "to": ["2026-2-2"]], today: Sample.today).isValid)
        #expect(form.offering([], for: "x").rules.map(\.name) == ["ends after it begins"])
    }

    @Test("everything typed is kept for showing it again, except passwords")
    func entered() {
        let secret = Field.password("pin", minimum: 4, maximum: 9)
        let form = Form(
            "users", [Sample.name, Sample.password, Field.rows("keys", columns: [secret, Sample.owner], atMost: 2)])
        let typed = [
            "name": [" 王\u{0}芳 "], "password": ["secret-12"], "keys.0.pin": ["1234"], "keys.0.owner": ["x"],
            "other": ["kept"],
        ]
        let bound = form.bind(typed, today: Sample.today)
        #expect(bound.entered == ["name": [" 王\u{0}芳 "], "keys.0.owner": ["x"], "other": ["kept"]])
        #expect(bound[Sample.password] == "secret-12")
        #expect(bound.canonical == ["name": ["王芳"], "keys.0.owner": ["x"]])
    }

    @Test("a draft is shown as it was typed, and not judged")
    func draft() {
        let draft = Sample.everything.showing(["phone": ["139"], "password": ["secret-12"]])
        #expect(draft.entered == ["phone": ["139"]])
        #expect(draft.isValid && draft.values.isEmpty)
    }

    @Test("two versions differ in the fields whose values differ, and never in secrets")
    func differences() throws {
        let first = try #require(PhoneNumber(canonical: "95588"))
        let second = try #require(PhoneNumber(canonical: "10086"))
        let mine = Sample.everything.filled([
            "name": .text("王芳"), "topics": .choices(["design", "quality"]), "password": .text("one"),
            "floors": .number(2),
            "phones": .rows([["number": .phone(first), "owner": .text("a")], ["number": .phone(second)]]),
        ])
        let theirs = Sample.everything.filled(["name": .text("王方"), "password": .text("two"), "floors": .number(2)])
        #expect(
            mine.differences(from: theirs) == [
                FieldDifference(field: "name", label: .key("sample.name"), mine: "王芳", theirs: "王方"),
                FieldDifference(field: "topics", label: .key("sample.topics"), mine: "design\nquality", theirs: ""),
                FieldDifference(field: "phones", label: .key("sample.phones"), mine: "95588 · a\n10086", theirs: ""),
            ])
        #expect(mine.differences(from: mine).isEmpty)
    }
}
