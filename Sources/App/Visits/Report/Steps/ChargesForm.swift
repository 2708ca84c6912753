import Forms
import Rulebooks

/// Step 3: the warranty decision, and the parts and fees charged (SVC-4).
struct ChargesForm {
    static let verdict = Field.choice("warranty", WarrantyVerdict.allCases.map { Choice($0.rawValue) }, required: true)
    static let fee = Field.choice("fee", required: true)
    static let feeQuantity = Field.number("quantity", 1...999, required: true)
    static let partName = Field.text("name", maximum: 60, required: true)
    static let partQuantity = Field.number("quantity", 1...999, required: true)
    static let partPrice = Field.money("price", upTo: Money(fen: 100_000_000) ?? .most, required: true)
    static let fees = Field.rows("fees", columns: [fee, feeQuantity], atMost: 12)
    static let parts = Field.rows("parts", columns: [partName, partQuantity, partPrice], atMost: 20)
    static let receipt = Field.text("receipt", maximum: 40, hint: true, autocomplete: "off")
    static let invoice = Field.text("invoice", maximum: 40, autocomplete: "off")

    let warranty: WarrantyFinding
    let terms: ServiceTerms
    let kind: WorkOrderKind

    init(_ report: ReportContext) {
        self.init(warranty: report.warranty, terms: report.terms, kind: report.briefing.order.details.kind)
    }

    init(warranty: WarrantyFinding, terms: ServiceTerms, kind: WorkOrderKind) {
        self.warranty = warranty
        self.terms = terms
        self.kind = kind
    }

    /// The reason; asked only when the decision differs from the verdict by dates, or there is none.
    private static func because(_ dates: WarrantyVerdict?) -> Field<String> {
        .textArea(
            "because", maximum: 300, required: true, hint: true,
            shownWhen: Condition(
                field: verdict.definition.name,
                values: Set(WarrantyVerdict.allCases.filter { $0 != dates }.map(\.rawValue))))
    }

    /// - Parameter dates: the verdict by dates alone.
    /// - Parameter tables: of parts and fees; a filed report shows them in a table of its own, at the prices of that
    ///   day.
    static func fields(dates: WarrantyVerdict?, tables: [any FormField] = []) -> [any FormField] {
        [verdict, because(dates)] + tables + [receipt, invoice]
    }

    var form: Form {
        let tables: [any FormField] = terms.fees.isEmpty ? [Self.parts] : [Self.fees, Self.parts]
        return Form("report-charges", Self.fields(dates: warranty.verdict, tables: tables)).offering(
            terms.fees.map { Choice(value: $0.id, label: .text($0.inSchedule)) }, for: "fees.fee")
    }

    /// The verdict by dates is preselected.
    var blank: BoundForm {
        form.showing(warranty.verdict.map { [Self.verdict.definition.name: [$0.rawValue]] } ?? [:])
    }

    /// The charges of the rows, with prices and exemptions by the rulebook.
    func charges(_ bound: BoundForm) -> [Charge] {
        let verdict = bound[Self.verdict].flatMap(WarrantyVerdict.init) ?? warranty.verdict
        let isInside = verdict == .inside
        let isFeeFree = isInside && kind.isFreeUnderWarranty
        let fees = (bound[Self.fees] ?? []).compactMap { row -> Charge? in
            guard let fee = row[Self.fee].flatMap(terms.fee), let quantity = row[Self.feeQuantity] else { return nil }
            return Charge(
                kind: .fee, name: fee.title[.simplified], unit: fee.unit[.simplified], quantity: quantity,
                unitPrice: fee.price, isFree: isFeeFree)
        }
        let parts = (bound[Self.parts] ?? []).compactMap { row -> Charge? in
            guard let name = row[Self.partName], let quantity = row[Self.partQuantity],
                let price = row[Self.partPrice]
            else { return nil }
            return Charge(
                kind: .part, name: name, unit: "", quantity: quantity, unitPrice: price,
                isFree: isInside && terms.partsInsideWarranty == .free)
        }
        return fees + parts
    }
}

extension WorkOrderKind {
    /// Whether the warranty covers the work itself: repairing is owed, measuring and further installation are not.
    var isFreeUnderWarranty: Bool {
        switch self {
        case .repair, .inspection: true
        case .survey, .installation: false
        }
    }
}

extension Fee {
    /// The fee in the list of options: 上门费 ¥50.00/次.
    var inSchedule: LocalizedText {
        LocalizedText(
            Dictionary(
                Language.allCases.map { ($0, "\(title[$0]) ¥\(price.grouped)/\(unit[$0])") }, uniquingKeysWith: { $1 }))
    }
}
