import Forms
import Rulebooks
import Testing

@Suite("A decoration project from order to warranty (CAD-1)")
struct DecorationLifeTests {
    private let decoration: Rulebook

    init() throws {
        decoration = try Rulebook.pack("decoration")
    }

    @Test("every window of a whole life, holidays and lateness included, is the one the table names")
    func wholeLife() throws {
        let life = try ProjectLife(
            [
                ("deposit", "2026-01-10"), ("contract", "2026-01-20"), ("started", "2026-03-02"),
                ("carpenters-out", "2026-04-04"), ("planned-completed", "2026-06-22"), ("completed", "2026-07-01"),
                ("final-payment", "2026-07-03"), ("warranty-procedure", "2026-07-06"),
            ], handledBy: [.warrantyProcedure: .other])
        #expect(
            try decoration.lines(for: life, until: "2030-12-31") == [
                "initial 2026-03-12 2026-03-17",
                "mid 2026-04-07 2026-04-10",
                "pre-completion 2026-06-22 2026-06-25",
                "completion 2026-07-01 2026-07-11",
                "late-completion 2026-07-04 2026-07-11",
                "delegate-handover 2026-07-06 2026-07-13",
                "missing-feedback 2026-07-13 2026-07-20",
                "warranty-3m 2026-10-08 2026-10-21",
                "warranty-6m 2027-01-02 2027-01-15",
                "warranty-9m 2027-04-01 2027-04-14",
                "warranty-12m 2027-07-01 2027-07-14",
                "warranty-18m 2028-01-02 2028-01-15",
                "warranty-24m 2028-07-01 2028-07-14",
                "warranty-36m 2029-07-01 2029-07-14",
                "warranty-48m 2030-07-01 2030-07-14",
            ])
    }

    @Test("the life grows: every milestone adds what it owes and changes nothing else")
    func growing() throws {
        let steps: [(entered: (String, String), owed: [String])] = [
            (("started", "2026-03-02"), ["initial 2026-03-12 2026-03-17"]),
            (("planned-completed", "2026-06-15"), ["pre-completion 2026-06-12 2026-06-15"]),
            (("carpenters-out", "2026-04-20"), ["mid 2026-04-20 2026-04-23"]),
            (("completed", "2026-06-15"), ["completion 2026-06-15 2026-06-25"]),
            (("final-payment", "2026-06-16"), []),
            (("warranty-procedure", "2026-06-17"), ["missing-feedback 2026-06-24 2026-07-01"]),
        ]
        var entered: [(String, String)] = []
        var owed: Set<String> = []
        for step in steps {
            entered.append(step.entered)
            owed.formUnion(step.owed)
            #expect(try Set(decoration.lines(for: ProjectLife(entered), until: "2026-07-31")) == owed)
        }
    }

    @Test("a project that was only registered owes nothing yet")
    func registeredOnly() throws {
        #expect(try decoration.lines(for: ProjectLife([])).isEmpty)
    }

    @Test("a normal project owes at least three calls before its warranty")
    func atLeastThree() throws {
        let life = try ProjectLife([
            ("started", "2026-03-02"), ("carpenters-out", "2026-04-20"), ("completed", "2026-06-10"),
        ])
        let beforeWarranty = try decoration.lines(for: life).filter { !$0.hasPrefix("warranty") }
        #expect(beforeWarranty.count >= 3)
    }

    @Test("months are counted from the completion itself and clamp to the month's end")
    func clamping() throws {
        let life = try ProjectLife([("completed", "2026-08-31")])
        let lines = try decoration.lines(for: life, until: "2028-12-31").filter { $0.hasPrefix("warranty") }
        #expect(
            lines == [
                "warranty-3m 2026-11-30 2026-12-13",
                "warranty-6m 2027-02-28 2027-03-13",
                "warranty-9m 2027-05-31 2027-06-13",
                "warranty-12m 2027-08-31 2027-09-13",
                "warranty-18m 2028-02-29 2028-03-13",
                "warranty-24m 2028-08-31 2028-09-13",
            ])
    }

    @Test("the warranty ends 24 months after the completion")
    func warrantyEnd() throws {
        let life = try ProjectLife([("completed", "2024-02-29")])
        #expect(try decoration.warrantyEnd(for: life) == day("2026-02-28"))
        #expect(try decoration.warrantyEnd(for: ProjectLife([("planned-completed", "2024-02-29")])) == nil)
    }
}
