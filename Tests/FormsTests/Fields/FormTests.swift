import Forms
import Testing

@Suite("A declared form")
struct FormTests {
    @Test("labels that a field has not are named by form, field, column and option")
    func labels() {
        let form = Sample.everything
        #expect(form["name"]?.label == .key("sample.name"))
        #expect(form["name"]?.hint == .key("sample.name.hint"))
        #expect(form["notes"]?.hint == nil)
        #expect(form["grade"]?.kind.choices.first?.label == .key("sample.grade.a"))
        #expect(form.definition(of: "phones.2.number")?.label == .key("sample.phones.number"))
        #expect(form["overall"]?.kind.choices.map(\.label).last == .key("sample.overall.0"))
    }

    @Test("labels that were given stay as they are")
    func givenLabels() {
        let text = LocalizedText([.simplified: "满意吗？"])
        let form = Form(
            "sheet", [Field.text("q.1", maximum: 9, label: .text(text)), Field.flag("ok", label: .key("common.ok"))])
        #expect(form["q.1"]?.label == .text(text))
        #expect(form["ok"]?.label == .key("common.ok"))
    }

    @Test("options that are known only now are offered in their field, or in a column of a table")
    func offering() {
        let part = Field.choice("part")
        let form = Form("report", [Field.person("agent"), Field.rows("parts", columns: [part], atMost: 5)])
            .offering([Choice(value: "7", label: .name("王芳"))], for: "agent")
            .offering([Choice("pump")], for: "parts.part")
            .offering([Choice("x")], for: "nothing")
        #expect(form["agent"]?.kind.choices.map(\.value) == ["7"])
        #expect(
            form.definition(of: "parts.0.part")?.kind.choices == [
                Choice(value: "pump", label: .key("report.parts.part.pump"))
            ])
    }

    @Test(
        "an input leads to the field or column that reads it",
        arguments: [
            ("agreed.time", "agreed"), ("agreed", "agreed"), ("phones", "phones"), ("phones.12.owner", "owner"),
        ])
    func definition(input: String, field: String) {
        #expect(Sample.everything.definition(of: input)?.name == field)
    }

    @Test(
        "an input that no field reads leads nowhere",
        arguments: [
            "agreed.day", "phones.x.owner", "phones.01.owner", "phones.-1.owner", "phones.10000.owner",
            "phones.0.colour", "phones..", "phones.0", "",
            "phones.99999999999999999999.owner",
        ])
    func unknown(input: String) {
        #expect(Sample.everything.definition(of: input) == nil)
    }

    @Test("a form in which two fields have one name keeps the first for that name")
    func sameName() {
        let form = Form("odd", [Field.text("a", maximum: 1), Field.flag("a")])
        #expect(form["a"]?.kind == .text(maximum: 1))
        #expect(form.bind(["a": ["too long"]], today: Sample.today).isValid == false)
    }
}
