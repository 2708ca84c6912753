import Forms

/// Filter of the audit trail (UX-7, ACC-5).
enum AuditFilter {
    static let member = Field.number("member", 1...Int.max, label: .key("audit.who"))
    static let action = Field.choice(
        "action", [.any("audit.anything")] + Choice.each(AuditAction.self, "audit.action."), label: .key("audit.what"))
    /// The kind of the entry's subject.
    static let kind = Field.choice(
        "kind", [.any("audit.any-kind")] + Choice.each(AuditSubject.Kind.self, "audit.kind."),
        label: .key("audit.kind-of-thing"))
    static let from = Field.date("from", .years(1...9999), label: .key("audit.from"))
    static let until = Field.date("until", .years(1...9999), label: .key("audit.until"))
    /// Name, number or project of a customer, as typed.
    static let customer = Field.text("customer", maximum: 60, label: .key("audit.customer"))

    static let form = Form("audit-filter", [member, action, kind, from, until, customer])

    /// Keyset pagination: only entries before this number, as entries are added while the list is read.
    static func before(_ items: [String: String]) -> Int? {
        items["before"].flatMap { $0.utf8.count < 18 ? Int($0) : nil }
    }
}
