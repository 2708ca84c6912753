import Forms
import Randomness
import Testing

@Suite("Whatever is sent")
struct AnyInputTests {
    private static let inputs = [
        "name", "notes", "password", "floors", "price", "signed", "started", "agreed.date", "agreed.time", "phone",
        "grade", "reason",
        "topics", "consent",
        "overall", "agent", "phones.0.number", "phones.0.owner", "phones.1.number", "phones.1.owner", "phones.2.owner",
    ]
    private static let plausible = [
        "", " ", "王芳", "a\r\nb", "12", "１，２００", "-2", "2026-11-22", "1月2日", "今天", "下午3点", "0930", "13812345678",
        "(010)8765 4321转1",
        "80.5", "¥1,280.00", "[[[0,0],[900,10],[0,20],[900,30],[0,40],[900,50]]]", "[[[1,2]]]", "[]",
        "a", "b", "design", "quality", "yes", "no", "0", "5", "7", "e\u{301}", "\u{202E}x", "𠮷",
    ]

    @Test("random bytes under random names never stop the binding")
    func junk() {
        var random = RandomSource(seed: 5)
        for _ in 0..<10_000 {
            var entered: [String: [String]] = [:]
            for _ in 0..<random.below(12) {
                let isKnown = random.below(3) > 0
                var name = isKnown ? Self.inputs[random.below(Self.inputs.count)] : random.junk(upTo: 12)
                if random.below(8) == 0 { name = "phones.\(random.junk(upTo: 4)).number" }
                entered[name] = (0..<random.below(3)).map { _ in random.junk(upTo: 60) }
            }
            check(entered)
        }
    }

    @Test("plausible answers in random mixtures bind, and their stored text binds back to the same values")
    func mixtures() {
        var random = RandomSource(seed: 6)
        for _ in 0..<10_000 {
            var entered: [String: [String]] = [:]
            for name in Self.inputs where random.below(3) > 0 {
                entered[name] = (0...random.below(2)).map { _ in Self.plausible[random.below(Self.plausible.count)] }
            }
            check(entered)
        }
    }

    @Test(
        "very long answers are refused, and soon", .timeLimit(.minutes(1)),
        arguments: ["9", "e\u{301}", "\u{301}\u{316}", "-1", "转"])
    func long(repeated: String) {
        let typed = String(repeating: repeated, count: 50_000)
        let entered = Dictionary(uniqueKeysWithValues: Self.inputs.map { ($0, [typed]) })
        let wrong = Set(Sample.everything.bind(entered, today: Sample.today).errors.map(\.field))
        // Date and time are one field, `reason` is hidden.
        let fields = Set(Self.inputs).subtracting(["agreed.date", "agreed.time", "reason"]).union(["agreed"])
        #expect(wrong.isSuperset(of: fields))
    }

    private func check(_ entered: [String: [String]]) {
        let form = Sample.everything
        let bound = form.bind(entered, today: Sample.today)
        let wrong = Set(bound.errors.map(\.field)).union(["password"])
        let again = form.bind(bound.canonical, today: .earliest)
        #expect(again.values.filter { !wrong.contains($0.key) } == bound.values.filter { !wrong.contains($0.key) })
        #expect(again.errors.allSatisfy { $0.code == "required" && wrong.contains($0.field) })
        #expect(form.filled(bound.values).canonical == bound.canonical)
        #expect(bound.entered == entered.filter { $0.key != "password" })
        #expect(bound.errors.allSatisfy { form.definition(of: $0.field) != nil })
    }
}
