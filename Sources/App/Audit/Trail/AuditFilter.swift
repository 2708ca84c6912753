import Forms

/// Which entries of the trail are shown, as its address says (UX-7, ACC-5).
struct AuditFilter: Sendable, Hashable {
    var member: Member.ID?
    var action: AuditAction?
    /// What kind of thing an entry is about.
    var kind: AuditSubject.Kind?
    var from: Day?
    var until: Day?
    /// Name, number or project of a customer, as typed.
    var customer = ""
    /// Only entries with a smaller number; how the list goes on page by page.
    var before: Int?

    private static let longestCustomer = 60

    /// Reads the address; what it does not understand it leaves out.
    init(query: [String: String] = [:]) {
        member = query["member"].flatMap { ID($0) }
        action = query["action"].flatMap(AuditAction.init)
        kind = query["kind"].flatMap(AuditSubject.Kind.init)
        from = query["from"].flatMap { Day($0) }
        until = query["until"].flatMap { Day($0) }
        customer = String(query["customer"]?.prefix(Self.longestCustomer) ?? "")
        before = query["before"].flatMap { $0.utf8.count < 18 ? Int($0) : nil }
    }

    /// The items of the address, but for the page.
    var items: [(String, String)] {
        [
            ("member", member.map(String.init) ?? ""), ("action", action?.rawValue ?? ""),
            ("kind", kind?.rawValue ?? ""), ("from", from?.description ?? ""), ("until", until?.description ?? ""),
            ("customer", customer),
        ]
    }
}
