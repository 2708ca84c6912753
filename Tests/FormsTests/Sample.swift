import Forms

/// A form with every kind of field, and days for tests.
enum Sample {
    static let name = Field.text("name", maximum: 10, required: true, hint: true)
    static let notes = Field.textArea("notes", maximum: 50)
    static let password = Field.password("password", minimum: 8, maximum: 20)
    static let floors = Field.number("floors", -2...1200)
    static let price = Field.money("price", upTo: Money(fen: 1_000_000) ?? .most)
    static let signed = Field.signature("signed")
    static let started = Field.date("started", .years(2000...2099))
    static let agreed = Field.dateTime("agreed", .years(2000...2099))
    static let phone = Field.phone("phone")
    static let grade = Field.choice("grade", [Choice("a"), Choice("b")])
    static let reason = Field.text("reason", maximum: 10, required: true, shownWhen: Condition(grade, is: "b"))
    static let topics = Field.choices("topics", [Choice("design"), Choice("quality"), Choice("progress")])
    static let consent = Field.flag("consent")
    static let overall = Field.scale("overall")
    static let agent = Field.person("agent")
    static let number = Field.phone("number", required: true)
    static let owner = Field.text("owner", maximum: 10)
    static let phones = Field.rows("phones", columns: [number, owner], atMost: 3)

    static let everything = Form(
        "sample",
        [
            name, notes, password, floors, price, signed, started, agreed, phone, grade, reason, topics, consent,
            overall, agent,
            phones,
        ]
    ).offering([Choice(value: "7", label: .name("王芳"))], for: "agent")

    static let today = day(2026, 11, 22)

    /// A day that the calendar has; the test shows an absurd one when it has not.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? .latest
    }

    /// Binds one field alone.
    static func bind(_ field: any FormField, _ typed: String...) -> BoundForm {
        Form("sample", [field]).bind([field.definition.name: typed], today: today)
    }

    /// The codes of all that is wrong when `typed` is bound to one field.
    static func codes(_ field: any FormField, _ typed: String...) -> [String] {
        Form("sample", [field]).bind([field.definition.name: typed], today: today).errors.map(\.code)
    }
}
