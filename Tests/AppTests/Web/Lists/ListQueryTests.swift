import Forms
import Testing

@testable import App

@Suite("The address of a list is a form that is sent with GET (UX-7)")
struct ListQueryTests {
    private let today: Day

    init() throws { today = try #require(Day("2026-11-23")) }

    private func orders(_ address: String) -> ListQuery {
        let items = QueryItems(query: address).values.compactMapValues(\.first)
        return ListQuery(Paths.workOrders, WorkOrderFilter.form, items, today: today)
    }

    @Test(
        "what a field does not understand reads as nothing",
        arguments: [
            "", "state=nonsense", "state=", "kind=REPAIR", "technician=x", "technician=-1", "technician=0",
            "technician=99999999999999999999", "late=perhaps", "not-fixed=no", "order=sideways", "unknown=1",
            "state=%zz", "department=++",
        ])
    func wrong(address: String) {
        let query = orders(address)
        #expect(query.items.isEmpty && !query.isNarrowed)
        #expect(query.href() == "/work-orders" && query.fileHref == "/work-orders.csv")
        let state: WorkOrderState? = query.choice(WorkOrderFilter.state)
        #expect(state == nil && query[WorkOrderFilter.technician] == nil)
    }

    @Test(
        "odd page numbers are the nearest page there could be, the same for every list",
        arguments: [
            ("", 1), ("0", 1), ("-1", 1), ("2", 2), ("2000", 2_000), ("99999", 2_000), ("99999999999", 1), ("x", 1),
            ("1.5", 1), ("%32", 2),
        ])
    func pages(text: String, page: Int) {
        let query = orders("page=\(text)")
        #expect(query.part == .page(page) && query.part.page == page)
        #expect(query.part.offset == (page - 1) * 50 && query.part.limit == 50)
        #expect(query.isNarrowed == (page > 1))
    }

    @Test("of a name that stands there twice, the first counts")
    func repeated() {
        let query = orders("state=approved&state=closed&late=&late=yes&page=3&page=7")
        #expect(query.items.map(\.1) == ["approved"])
        #expect(query.part.page == 3)
    }

    @Test("other pages and the file keep the filter, and read back to it")
    func addresses() {
        let query = orders("page=4&late=yes&department=a+%26+b&technician=5&order=soonest&state=approved")
        let filter = "state=approved&department=a%20%26%20b&technician=5&order=soonest&late=yes"
        #expect(query.href(page: 1) == "/work-orders?\(filter)")
        #expect(query.href(page: 5) == "/work-orders?\(filter)&page=5")
        #expect(query.fileHref == "/work-orders.csv?\(filter)")
        #expect(query.asFile.part == .file && query.asFile.items.map(\.1) == query.items.map(\.1))
        let again = orders(String(query.href(page: 5).drop { $0 != "?" }.dropFirst()))
        #expect(again.items.map { "\($0)" } == query.items.map { "\($0)" } && again.part.page == 5)
    }

    @Test("a tab changes its field, keeps the others and begins at the first page")
    func tabs() {
        let query = orders("page=4&late=yes&state=approved")
        #expect(query.href(with: ["state": "closed"]) == "/work-orders?state=closed&late=yes")
        #expect(query.href(with: ["state": "", "kind": "repair"]) == "/work-orders?kind=repair&late=yes")
    }

    @Test("an order leaves nothing out")
    func order() {
        #expect(!orders("order=soonest").isNarrowed)
        #expect(orders("order=soonest&late=yes").isNarrowed)
    }

    @Test("what is looked for is cut to what the field holds")
    func long() {
        let query = ListQuery(
            Paths.staff, StaffFilter.form, ["q": String(repeating: "王", count: 500)], today: today)
        #expect(query[StaffFilter.words]?.count == 60)
    }

    @Test("each filter reads back what its address says", arguments: FilterExample.all)
    func examples(example: FilterExample) {
        let query = ListQuery("/x", example.form, example.items, today: today)
        #expect(Dictionary(query.items) { $1 } == example.items)
        #expect(query.isNarrowed)
    }
}

/// A filter and an address that fills each of its fields.
struct FilterExample: Sendable, CustomTestStringConvertible {
    let form: Form
    let items: [String: String]

    var testDescription: String { form.name }

    static let all = [
        FilterExample(
            form: IssueFilter.form,
            items: [
                "state": "open", "category": "repair", "department": "sales", "late": "yes", "complaint": "yes",
                "important": "yes", "owner": "me",
            ]),
        FilterExample(
            form: WorkOrderFilter.form,
            items: [
                "state": "on-site", "kind": "repair", "department": "sales", "technician": "7", "order": "soonest",
                "late": "yes", "not-fixed": "yes",
            ]),
        FilterExample(
            form: FollowUpFilter.form,
            items: [
                "state": "not-applicable", "agent": "7", "from": "2026-11-01", "until": "2026-11-30",
                "outcome": "refused", "order": "latest",
            ]),
        FilterExample(
            form: FeedbackFilter.form, items: ["month": "2026-10", "channel": "on-site", "agent": "me"]),
        FilterExample(form: EnquiryFilter.form, items: ["q": "林", "state": "today"]),
        FilterExample(form: CustomerFilter.form, items: ["q": "徐汇", "grade": "A", "key": "yes"]),
        FilterExample(form: StaffFilter.form, items: ["q": "王 & 李", "state": "without-username"]),
        FilterExample(
            form: AuditFilter.form,
            items: [
                "member": "3", "action": "signed-in", "kind": "work-order", "from": "0001-01-01",
                "until": "9999-12-31", "customer": "HF-7",
            ]),
    ]
}
