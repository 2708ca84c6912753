import Forms
import Testing

@Suite("Amounts of money, in whole fen")
struct MoneyTests {
    @Test(
        "are read in the ways people write them",
        arguments: [
            ("80", 8_000), ("80.5", 8_050), ("80.05", 8_005), ("¥1,280.00", 128_000), ("￥１，２８０．５０", 128_050),
            ("1280元", 128_000), (" ¥ 80 ", 8_000), ("0", 0), ("0.01", 1), ("007", 700), ("CNY 5", 500),
            ("10000", 1_000_000),
        ])
    func read(typed: String, fen: Int) {
        #expect(Sample.bind(Sample.price, typed)[Sample.price]?.fen == fen)
    }

    @Test(
        "what is wrong with one is said",
        arguments: [
            ("-5", "negative-amount"), ("¥-5", "negative-amount"), ("-¥5", "negative-amount"),
            ("－８０元", "negative-amount"),
            ("1.005", "too-many-decimals"), ("0.000", "too-many-decimals"),
            ("10000.01", "amount-too-large"), ("99999999999999999999999999", "amount-too-large"),
            ("1e3", "not-an-amount"), ("80.", "not-an-amount"), (".5", "not-an-amount"), ("1.2.3", "not-an-amount"),
            ("1,28", "not-an-amount"), ("八十", "not-an-amount"), ("¥", "not-an-amount"), ("--5", "not-an-amount"),
            ("NaN", "not-an-amount"), ("٥", "not-an-amount"), ("+5", "not-an-amount"), ("80/2", "not-an-amount"),
        ])
    func wrong(typed: String, code: String) {
        #expect(Sample.codes(Sample.price, typed) == [code])
    }

    @Test("an empty one is no amount, and not nothing")
    func empty() {
        #expect(Sample.bind(Sample.price, "")[Sample.price] == nil)
        #expect(Sample.bind(Sample.price, "0")[Sample.price] == .zero)
    }

    @Test("sums are exact, where floating point is not, and never overflow")
    func sums() throws {
        let tenFen = try #require(Money(fen: 10))
        #expect((0..<3).reduce(Money.zero) { sum, _ in sum + tenFen } == Money(fen: 30))
        #expect((tenFen * 999).fen == 9_990)
        #expect(Money.most * .max == .most)
        #expect(Money.most + .most == .most)
        #expect(tenFen * -1 == .zero)
        #expect(Money(fen: -1) == nil)
    }

    @Test("are stored in one spelling and shown in groups")
    func spelling() throws {
        let money = try #require(Money(fen: 123_456_705))
        #expect(money.description == "1234567.05")
        #expect(money.grouped == "1,234,567.05")
        #expect(Money("1234567.05") == money)
        #expect(Money("1,234,567.05") == nil)
        #expect(Money.zero.grouped == "0.00")
        #expect(Money(fen: 100_000)?.grouped == "1,000.00")
    }
}
