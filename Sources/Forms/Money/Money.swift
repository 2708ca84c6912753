/// A non-negative amount in fen; sums saturate at the maximum.
public struct Money: Sendable, Hashable {
    public let fen: Int

    public static let zero = Money()
    /// A hundred million yuan, more than any form or total has.
    public static let most = Money(clamping: 10_000_000_000)

    /// Nil for a negative amount, and for more than `most`.
    public init?(fen: Int) {
        guard (0...Money.most.fen).contains(fen) else { return nil }
        self.fen = fen
    }

    private init() { fen = 0 }

    private init(clamping fen: Int) { self.fen = fen }

    public static func + (left: Money, right: Money) -> Money {
        Money(clamping: min(left.fen + right.fen, most.fen))
    }

    /// Price times quantity.
    public static func * (price: Money, quantity: Int) -> Money {
        let (product, overflow) = price.fen.multipliedReportingOverflow(by: max(0, quantity))
        return Money(clamping: overflow ? most.fen : min(product, most.fen))
    }
}

extension Money: Comparable {
    public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}

extension Money: CodableAsText {
    /// Parses strictly: `1280.00`.
    public init?(_ text: String) {
        guard case .amount(let money) = MoneySpelling.read(text), money.description == text else { return nil }
        self = money
    }

    /// `1280.00`
    public var description: String { "\(fen / 100).\(padded(fen % 100, to: 2))" }

    /// `1,280.00`, for people.
    public var grouped: String {
        var groups: [String] = []
        var rest = fen / 100
        while rest >= 1_000 {
            groups.insert(padded(rest % 1_000, to: 3), at: 0)
            rest /= 1_000
        }
        return ([String(rest)] + groups).joined(separator: ",") + "." + padded(fen % 100, to: 2)
    }
}
