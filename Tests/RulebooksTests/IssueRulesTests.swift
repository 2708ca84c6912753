import Forms
import Rulebooks
import Testing

@Suite("What a rulebook says about what customers raise (ISS-2, ISS-3)")
struct IssueRulesTests {
    static let section = """
        issues:
          counted-in: working-hours
          working-hours: [{from: "09:00", to: "12:00"}, {from: "13:30", to: "18:00"}]
          referral: 2 hours
          first-answer: 8 hours
          warning-percent: 20
          first-miss: manager
          second-miss: executive
          reopening-within: 90 days
          categories:
            - {id: leak, title: {zh-Hans: 漏水, zh-Hant: 漏水, en: Leak}, department: maintenance, on-site: water-and-electricity}
            - {id: bill, title: {zh-Hans: 账单, zh-Hant: 帳單, en: Bill}, department: finance, first-answer: 48 hours}

        """
    static let yaml = SmallRulebook.yaml.replacing("stages:\n", with: section + "stages:\n")

    @Test("is read, each category with its department and its own deadlines")
    func read() throws {
        let rules = try Rulebook(yaml: Self.yaml).issues
        #expect(rules.limits.workingHours?.map { "\($0.from)-\($0.to)" } == ["09:00-12:00", "13:30-18:00"])
        #expect(rules.limits.referral == .hours(2))
        #expect(rules.limits.answerHours == 8)
        #expect(rules.limits.reopeningDays == 90)
        #expect(rules.category("leak")?.department == "maintenance")
        #expect(rules.category("leak")?.limits == CategoryLimits(onSite: .waterAndElectricity))
        #expect(rules.category("bill")?.limits == CategoryLimits(answerHours: 48))
    }

    @Test("may be left out, as in rulebooks that were stored before: then the usual categories hold")
    func leftOut() throws {
        let rules = try Rulebook(yaml: SmallRulebook.yaml).issues
        #expect(rules.limits == .usual)
        #expect(rules.category("water-electricity")?.limits.onSite == .waterAndElectricity)
    }

    @Test("sends the usual categories to the departments that an older rulebook has")
    func otherDepartments() throws {
        let yaml = SmallRulebook.yaml.replacing(
            "stages:\n",
            with: "departments:\n  - {id: shop, title: {zh-Hans: 门店, zh-Hant: 門市, en: Shop}}\nstages:\n")
        #expect(try Set(Rulebook(yaml: yaml).issues.categories.map(\.department)) == ["shop"])
    }

    @Test("ships with each rulebook: the same day, 24 hours, 24 and 4 hours on site", arguments: Rulebook.packNames)
    func packs(name: String) throws {
        let rulebook = try Rulebook.pack(name)
        #expect(rulebook.issues.limits == .usual)
        #expect(
            Set(rulebook.issues.categories.map(\.department)).isSuperset(of: ["maintenance", "quality", "finance"]))
        #expect(rulebook.issues.categories.contains { $0.limits.onSite == .ordinary })
        #expect(rulebook.issues.categories.allSatisfy { rulebook.department($0.department) != nil })
    }

    @Test("comes back from where it is stored as it was", arguments: Rulebook.packNames)
    func stored(name: String) throws {
        for rulebook in [try Rulebook.pack(name), try Rulebook(yaml: Self.yaml)] {
            let terms = IssueTerms(rulebook, .standard)
            #expect(try IssueTerms(text: terms.text) == terms)
        }
    }

    @Test(
        "names its mistakes by line and field",
        arguments: [
            ("counted-in: working-hours", "counted-in: days", "issues.counted-in", RulebookMistake.Code.notAnOption),
            ("counted-in: working-hours", "counted-in: wall-clock", "issues.working-hours", .unknownKey),
            ("to: \"12:00\"", "to: \"08:00\"", "issues.working-hours[1].to", .endsBeforeStart),
            ("from: \"13:30\"", "from: \"11:30\"", "issues.working-hours[2].from", .overlapping),
            ("referral: 2 hours", "referral: today", "issues.referral", .notHours),
            ("first-answer: 8 hours", "first-answer: 0 hours", "issues.first-answer", .outOfRange),
            ("warning-percent: 20", "warning-percent: 100", "issues.warning-percent", .outOfRange),
            ("first-miss: manager", "first-miss: boss", "issues.first-miss", .notAnOption),
            ("  second-miss: executive\n", "", "issues.second-miss", .missing),
            ("reopening-within: 90 days", "reopening-within: 0 days", "issues.reopening-within", .outOfRange),
            ("id: bill", "id: leak", "issues.categories[2].id", .duplicate),
            ("en: Bill", "en: Leak", "issues.categories[2].title", .duplicate),
            ("department: finance", "department: treasury", "issues.categories[2].department", .unknownReference),
            ("on-site: water-and-electricity", "on-site: soon", "issues.categories[1].on-site", .notAnOption),
            ("first-answer: 48 hours", "first-answer: 48", "issues.categories[2].first-answer", .notHours),
            ("  categories:\n", "  colour: red\n  categories:\n", "issues.colour", .unknownKey),
        ])
    func mistakes(original: String, spoiled: String, field: String, code: RulebookMistake.Code) throws {
        let yaml = Self.yaml.replacing(original, with: spoiled)
        try #require(yaml != Self.yaml)
        let mistakes = SmallRulebook.mistakes(in: yaml)
        #expect(mistakes.contains { $0.field == field && $0.code == code && $0.line > 1 }, "\(mistakes)")
    }
}
