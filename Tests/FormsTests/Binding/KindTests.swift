import Forms
import Testing

@Suite("Binding each kind of field")
struct KindTests {
    @Test("an empty field has no value, and is an error only where it is required", arguments: ["", " ", "　\u{200B}"])
    func empty(typed: String) {
        #expect(Sample.codes(Sample.name, typed) == ["required"])
        #expect(Sample.bind(Sample.notes, typed)[Sample.notes] == nil)
        #expect(Sample.codes(Sample.notes, typed) == [])
        #expect(Form("sample", [Sample.name]).bind([:], today: Sample.today).errors == [.required("name")])
    }

    @Test("a text may be as long as its maximum in characters as people see them")
    func textLength() {
        #expect(Sample.codes(Sample.name, String(repeating: "𠮷", count: 10)) == [])
        let error = Sample.bind(Sample.name, String(repeating: "👨‍👩‍👧‍👦", count: 11)).errors
        #expect(error == [.tooLong("name", maximum: 10, actual: 11)])
    }

    @Test("a name under a heap of combining marks is too long")
    func zalgo() {
        #expect(Sample.codes(Sample.name, "e" + String(repeating: "\u{301}", count: 5_000)) == ["too-long"])
    }

    @Test("a text of several lines keeps them")
    func textArea() {
        #expect(Sample.bind(Sample.notes, "一\r\n二 ")[Sample.notes] == "一\n二")
        #expect(Sample.bind(Sample.name, "一\r\n二")[Sample.name] == "一 二")
    }

    @Test("a password is taken as typed, has its length, and no control characters")
    func password() {
        #expect(Sample.bind(Sample.password, "  pass 1 ")[Sample.password] == "  pass 1 ")
        #expect(Sample.bind(Sample.password, "short").errors == [.tooShort("password", minimum: 8, actual: 5)])
        #expect(Sample.codes(Sample.password, String(repeating: "x", count: 21)) == ["too-long"])
        #expect(Sample.codes(Sample.password, "12345678\u{0}") == ["control-character"])
        #expect(Sample.codes(Sample.password, "") == [])
    }

    @Test(
        "numbers are read with full-width digits, signs and thousands",
        arguments: [
            ("12", 12), ("１２", 12), ("-2", -2), ("−２", -2), ("+7", 7), ("1,200", 1200), ("１，２００", 1200), (" 007 ", 7),
        ])
    func number(typed: String, number: Int) {
        #expect(Sample.bind(Sample.floors, typed)[Sample.floors] == number)
    }

    @Test(
        "what is no number is told from what is too large",
        arguments: [
            ("abc", "not-a-number"), ("1.5", "not-a-number"), ("1,2", "not-a-number"), ("-", "not-a-number"),
            (",", "not-a-number"),
            ("--1", "not-a-number"), ("٣", "not-a-number"), ("1,", "not-a-number"), ("-3", "out-of-range"),
            ("1201", "out-of-range"),
            ("99999999999999999999999999", "out-of-range"), ("-99999999999999999999999999", "out-of-range"),
        ])
    func badNumber(typed: String, code: String) {
        #expect(Sample.codes(Sample.floors, typed) == [code])
    }

    @Test(
        "absurd dates are refused with the range that is meant",
        arguments: [
            ("1900-01-01", "date-out-of-range"), ("2999-12-31", "date-out-of-range"), ("2026-02-31", "not-a-date"),
            ("soon", "not-a-date"),
        ])
    func badDate(typed: String, code: String) {
        #expect(Sample.codes(Sample.started, typed) == [code])
    }

    @Test("a date out of range says which dates are in it")
    func dateArguments() {
        let error = Sample.bind(Sample.started, "1900-01-01").errors.first
        #expect(error?.arguments == ["earliest": "2000-01-01", "latest": "2099-12-31"])
    }

    @Test(
        "date and time come from two inputs and may be wrong separately",
        arguments: [
            ("2026-11-22", "下午3点", []), ("", "", []), ("2026-11-22", "", ["not-a-time"]), ("", "9:30", ["not-a-date"]),
            ("x", "y", ["not-a-date", "not-a-time"]), ("1900-1-1", "25:00", ["date-out-of-range", "not-a-time"]),
            ("1900-1-1", "9:30", ["date-out-of-range"]),
        ])
    func dateTime(date: String, time: String, codes: [String]) {
        let form = Form("sample", [Sample.agreed])
        let bound = form.bind(["agreed.date": [date], "agreed.time": [time]], today: Sample.today)
        #expect(bound.errors.map(\.code) == codes)
        #expect(bound.errors.allSatisfy { $0.field == "agreed" })
        #expect((bound[Sample.agreed]?.description == "2026-11-22T15:00") == (time == "下午3点"))
    }

    @Test("a telephone number is normalised")
    func phone() {
        #expect(Sample.bind(Sample.phone, "（010）８７６５ ４３２１")[Sample.phone]?.canonical == "010-87654321")
        #expect(Sample.codes(Sample.phone, "123") == ["not-a-phone"])
    }

    @Test("a choice is one of its options")
    func choice() {
        #expect(Sample.bind(Sample.grade, " a ")[Sample.grade] == "a")
        #expect(Sample.codes(Sample.grade, "c") == ["not-an-option"])
        #expect(Sample.codes(Sample.grade, "") == [])
        #expect(Sample.codes(Sample.agent, "7") == ["not-an-option"])
    }

    @Test("choices come once each, in the order in which they are offered")
    func choices() {
        #expect(Sample.bind(Sample.topics, "quality", "", "design", "quality")[Sample.topics] == ["design", "quality"])
        #expect(Sample.codes(Sample.topics, "design", "colour") == ["not-an-option"])
        #expect(Sample.bind(Sample.topics, "")[Sample.topics] == nil)
    }

    @Test("a box that is not ticked is no, and a required one must be ticked")
    func flag() {
        #expect(Sample.bind(Sample.consent)[Sample.consent] == false)
        #expect(Sample.bind(Sample.consent, "on")[Sample.consent] == true)
        #expect(Sample.bind(Sample.consent, "no", "yes")[Sample.consent] == true)
        #expect(Sample.codes(Sample.consent, "perhaps") == ["not-an-option"])
        #expect(Sample.codes(Field.flag("agree", required: true)) == ["required"])
        #expect(Sample.codes(Field.flag("agree", required: true), "yes") == [])
    }

    @Test("not rated is not zero (FUP-3)")
    func scale() {
        #expect(Sample.bind(Sample.overall, "0")[Sample.overall] == "0")
        #expect(Sample.bind(Sample.overall, "")[Sample.overall] == nil)
        #expect(Sample.bind(Sample.overall, "０")[Sample.overall] == "0")
        #expect(Sample.codes(Sample.overall, "6") == ["not-an-option"])
        #expect(Sample.codes(Field.scale("overall", required: true), "") == ["required"])
    }
}
