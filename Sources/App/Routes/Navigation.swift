/// The menu, beside the route table: each entry with the permission that its page needs.
struct Navigation: Sendable {
    let pendingRequests: @Sendable () async throws -> Int

    private static let places: [(key: String, href: String, action: Action)] = [
        ("nav.today", Paths.today, .seeToday),
        ("nav.customers", Paths.customers, .seeCustomers),
        ("nav.follow-ups", Paths.followUps, .seeFollowUps),
        ("nav.issues", Paths.issues, .seeIssues),
        ("nav.enquiries", Paths.enquiries, .handleEnquiries),
        ("nav.feedback", Paths.feedbackRecords, .seeFeedback),
        ("nav.work-orders", Paths.workOrders, .seeWorkOrders),
        ("nav.fees", Paths.fees, .seeFees),
        ("nav.access-requests", Paths.accessRequests, .seeAccessRequests),
        ("nav.rulebook", Paths.rulebook, .seeRulebook),
        ("nav.staff", Paths.staff, .seeStaff),
        ("nav.audit", Paths.audit, .seeAudit),
    ]

    /// The entries that the member may open; pending access requests are counted for those who decide them.
    func entries(for member: Member) async throws -> [MenuEntry] {
        let pending = Permissions.may(member, .manageStaff) ? try await pendingRequests() : 0
        return Self.places.filter { Permissions.may(member, $0.action) }.map { place in
            MenuEntry(key: place.key, href: place.href, count: place.href == Paths.accessRequests ? pending : 0)
        }
    }
}
