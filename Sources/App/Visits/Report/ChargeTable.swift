import Forms
import Markup

/// Parts and fees as rows with their total; empty when there are none.
enum ChargeTable {
    static func values(_ charges: [Charge], _ words: Words) -> PageValue {
        guard !charges.isEmpty else { return .none }
        let total = charges.reduce(Money.zero) { $0 + $1.due }
        return .page([
            "rows": .list(charges.map { row($0, words) }), "total": .text(words.money(total)),
        ])
    }

    private static func row(_ charge: Charge, _ words: Words) -> PageValues {
        [
            "name": .text(charge.name), "kind": .text(words("service-reports.charge.\(charge.kind.rawValue)")),
            "quantity": .text(charge.unit.isEmpty ? String(charge.quantity) : "\(charge.quantity) \(charge.unit)"),
            "price": .text(words.money(charge.unitPrice)),
            "amount": .text(charge.isFree ? words("service-reports.free") : words.money(charge.amount)),
        ]
    }
}
