import Forms
import Rulebooks
import Testing

@Suite("What a rulebook says about service on site (SVC-3a, SVC-4)")
struct ServiceTermsTests {
    static let section = """
        service:
          parts-inside-warranty: charged
          replaced-part: {warranty: anew, months: 6}
          fees:
            - {id: visit, title: {zh-Hans: 上门, zh-Hant: 上門, en: Visit}, unit: {zh-Hans: 次, zh-Hant: 次, en: visit}, price: "50.5"}
            - {id: hour, title: {zh-Hans: 工时, zh-Hant: 工時, en: Work}, unit: {zh-Hans: 小时, zh-Hant: 小時, en: hour}, price: 80}

        """
    static let yaml = SmallRulebook.yaml.replacing("stages:\n", with: section + "stages:\n")

    @Test("is read, prices to the fen")
    func read() throws {
        let terms = try Rulebook(yaml: Self.yaml).service
        #expect(terms.fees.map(\.price.fen) == [5_050, 8_000])
        #expect(terms.partsInsideWarranty == .charged)
        #expect(terms.replacedPart == .anew(months: 6))
        #expect(terms.fee("hour")?.title[.english] == "Work")
    }

    @Test("may be left out, as in rulebooks that were stored before")
    func leftOut() throws {
        #expect(try Rulebook(yaml: SmallRulebook.yaml).service == .usual)
    }

    @Test("ships with each rulebook, with a fee for the way", arguments: Rulebook.packNames)
    func packs(name: String) throws {
        let terms = try Rulebook.pack(name).service
        #expect(terms.fees.count >= 3)
        #expect(terms.fee("visit") != nil)
    }

    @Test("of a part that was put in: what remained, or anew and never less")
    func replaced() throws {
        let (on, end) = (try day("2026-11-23"), try day("2027-02-01"))
        #expect(ReplacedPartWarranty.remaining.end(replacedOn: on, remaining: end) == end)
        #expect(ReplacedPartWarranty.remaining.end(replacedOn: end.adding(days: 1), remaining: end) == nil)
        #expect(ReplacedPartWarranty.remaining.end(replacedOn: on, remaining: nil) == nil)
        #expect(ReplacedPartWarranty.anew(months: 6).end(replacedOn: on, remaining: nil) == (try day("2027-05-23")))
        #expect(ReplacedPartWarranty.anew(months: 1).end(replacedOn: on, remaining: end) == end)
    }

    @Test(
        "names its mistakes by line and field",
        arguments: [
            ("price: \"50.5\"", "price: \"-1\"", "service.fees[1].price", RulebookMistake.Code.notAnAmount),
            ("price: \"50.5\"", "price: \"1.005\"", "service.fees[1].price", .notAnAmount),
            ("price: 80}", "price: 200000}", "service.fees[2].price", .amountTooLarge),
            ("id: hour", "id: visit", "service.fees[2].id", .duplicate),
            ("en: hour}", "fr: heure}", "service.fees[2].unit.en", .missing),
            ("charged", "half", "service.parts-inside-warranty", .notAnOption),
            ("warranty: anew, months: 6", "warranty: anew", "service.replaced-part.months", .missing),
            (
                "warranty: anew, months: 6", "warranty: remaining, months: 6", "service.replaced-part.months",
                .unknownKey
            ),
            ("months: 6", "months: 0", "service.replaced-part.months", .outOfRange),
            ("warranty: anew, months: 6", "warranty: new", "service.replaced-part.warranty", .notAnOption),
            ("parts-inside-warranty: charged\n  ", "", "service.parts-inside-warranty", .missing),
            ("  fees:\n", "  colour: red\n  fees:\n", "service.colour", .unknownKey),
        ])
    func mistakes(original: String, spoiled: String, field: String, code: RulebookMistake.Code) throws {
        let yaml = Self.yaml.replacing(original, with: spoiled)
        try #require(yaml != Self.yaml)
        let mistakes = SmallRulebook.mistakes(in: yaml)
        #expect(mistakes.contains { $0.field == field && $0.code == code && $0.line > 1 }, "\(mistakes)")
    }
}
