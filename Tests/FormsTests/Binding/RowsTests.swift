import Forms
import Testing

@Suite("A table of rows")
struct RowsTests {
    private func bind(_ entered: [String: [String]], required: Bool = false) -> BoundForm {
        let phones = Field.rows("phones", columns: [Sample.number, Sample.owner], atMost: 3, required: required)
        return Form("sample", [phones]).bind(entered, today: Sample.today)
    }

    @Test("rows in which nothing was typed are left out")
    func blankRows() throws {
        let bound = bind([
            "phones.0.number": [""], "phones.0.owner": [" "], "phones.1.number": ["95588"],
            "phones.7.number": ["10086"],
            "phones.7.owner": ["王芳"],
        ])
        let rows = try #require(bound[Sample.phones])
        #expect(rows.map { $0[Sample.number]?.canonical } == ["95588", "10086"])
        #expect(rows.map { $0[Sample.owner] } == [nil, "王芳"])
    }

    @Test("an error names the cell that was typed into")
    func errorNames() {
        let bound = bind(["phones.0.number": ["95588"], "phones.4.owner": ["somebody with a long name"]])
        #expect(bound.errors == [.required("phones.4.number"), .tooLong("phones.4.owner", maximum: 10, actual: 25)])
        #expect(bound[Sample.phones] == nil)
    }

    @Test("a required table needs a row")
    func required() {
        #expect(bind(["phones.0.number": [" "]], required: true).errors == [.required("phones")])
        #expect(bind(["phones.0.number": ["95588"]], required: true).isValid)
        #expect(bind([:]).isValid)
    }

    @Test("more rows than there may be are refused, and only as many as may be are looked at")
    func tooMany() {
        let inputs = (0..<200).map { ("phones.\($0).number", ["junk"]) }
        let bound = bind(Dictionary(uniqueKeysWithValues: inputs))
        #expect(bound.errors.first == .tooMany("phones", maximum: 3, actual: 200))
        #expect(bound.errors.count == 4)
    }

    @Test(
        "indices that no page has are not rows",
        arguments: ["-1", "+1", "01", "10000", "99999999999999999999", "", "x", "1.5", "１"])
    func indices(index: String) {
        let bound = bind(["phones.\(index).number": ["95588"]])
        #expect(bound.isValid)
        #expect(bound.values.isEmpty)
    }

    @Test("the rows that were typed are shown again where they were")
    func redisplay() {
        let bound = bind([
            "phones.2.number": ["x"], "phones.0.number": [""], "phones.2.colour": ["red"], "phones.9.colour": ["red"],
        ])
        #expect(bound.rowIndices("phones") == [0, 2])
        #expect(bound.typed("phones.2.number") == "x")
        #expect(bound.rowIndices("nothing") == [])
    }

    @Test("a column can depend on another one in its row")
    func conditions() throws {
        let kind = Field.choice("kind", [Choice("part"), Choice("other")], required: true)
        let what = Field.text("what", maximum: 9, required: true, shownWhen: Condition(kind, is: "other"))
        let parts = Field.rows("parts", columns: [kind, what], atMost: 9)
        let bound = Form("report", [parts]).bind(
            ["parts.0.kind": ["part"], "parts.0.what": ["hidden"], "parts.1.kind": ["other"]], today: Sample.today)
        #expect(bound.errors == [.required("parts.1.what")])
    }

    @Test("a date and time can stand in a column, and its errors find their field")
    func dateTimeColumn() {
        let visits = Field.rows("visits", columns: [Sample.agreed], atMost: 2)
        let form = Form("order", [visits, Sample.name])
        let bound = form.bind(
            ["visits.0.agreed.date": ["2026-11-22"], "visits.0.agreed.time": ["?"]], today: Sample.today)
        #expect(bound.errors == [.notATime("visits.0.agreed"), .required("name")])
        #expect(form.definition(of: "visits.0.agreed")?.name == "agreed")
    }
}
