import Forms
import Foundation
import Hummingbird
import Rulebooks

/// Finds, shows, registers and corrects customers.
struct CustomersController: Sendable {
    let customers: CustomerStore
    let enquiries: EnquiryStore
    let issues: IssueStore
    let members: MemberStore
    let audit: AuditStore
    let pages: PageResponder
    let rules: CurrentRules
    /// Rate limit on searching whole numbers by members who see masked ones: a mask leaves ten thousand candidates,
    /// which nobody may enumerate (ACC-8).
    let numberGuesses: RateLimit

    private var rulebook: Rulebook { rules.rulebook }

    /// The number of an incoming call opens the caller's page directly (ARC-4).
    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = query(request, context)
        switch try await customers.search(filter(query, context), query.part) {
        case .card(let id):
            return .seeOther(Paths.customer(id))
        case .list(let list):
            let page = CustomersPage(list, query, for: context.member, words: pages.words(for: context))
            return try await pages.show(page, to: context)
        }
    }

    /// Exports the filtered list (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let list = try await customers.export(filter(query(request, context), context))
        return try await CSVFile(list, words: pages.words(for: context), today: pages.today(context)).response {
            try await audit.noteExport(of: "customers", rows: $0, context.stamp)
        }
    }

    private func query(_ request: Request, _ context: MemberContext) -> ListQuery {
        ListQuery(Paths.customers, CustomerFilter.form, request.query, today: pages.today(context))
    }

    private func filter(_ query: ListQuery, _ context: MemberContext) throws -> CustomerFilter {
        let filter = CustomerFilter(query, for: context.member)
        guard filter.phones == .wholeOrEnding, PhoneNumber(typed: filter.query) != nil else { return filter }
        guard numberGuesses.allows(String(context.member.id), at: context.now) else { throw Refusal.tooMany }
        return filter
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: Customer.ID = try context.id()
        let customer = try await customers.find(id).orNotFound()
        return try await show(customer, inFull: false, context)
    }

    /// The page with the phones in full, which is audited each time (ACC-8).
    @Sendable func showPhones(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: Customer.ID = try context.id()
        let customer = try await customers.findShowingPhones(id, on: .card, context.stamp).orNotFound()
        return try await show(customer, inFull: true, context)
    }

    /// GET of an address that only takes POST, by hand or after a change of language.
    @Sendable func backToCard(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.customer(try context.id()))
    }

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let prefill = try await prefill(request, context)
        if let prefill { try await notePhoneShown(of: prefill, context) }
        let bound = CustomerForm.new(
            staff: try await members.all().choices(), by: context.member.id, from: prefill)
        return try await show(.opened(bound), from: prefill?.origin, context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let origin = try await prefill(request, context)?.origin
        let (form, isForRow) = try await posted(request, staff: try await members.all().choices(), context)
        guard !isForRow else { return try await show(form, from: origin, context) }
        return try await pages.take(form) {
            CustomerForm.details($0)
        } again: { form in
            try await show(form, from: origin, context)
        } store: { details, form in
            do {
                let path = try await customers.register(
                    details, sharesPhone: form.bound[CustomerForm.samePhone] ?? false, from: origin, form.submission,
                    context.stamp)
                return .seeOther(path, notice: "notice.customer-registered")
            } catch let shared as SamePhone {
                return try await show(asking(form, context), from: origin, sharing: shared.others, context)
            }
        }
    }

    /// The form to correct shows the numbers in full, which is audited (ACC-8).
    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let customer = try await findToCorrect(context)
        let bound = CustomerForm.filled(with: customer.details, staff: try await staff(for: customer))
        return try await show(.opened(bound), of: customer, context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let customer = try await customers.find(context.id()).orNotFound()
        let (form, isForRow) = try await posted(request, staff: try await staff(for: customer), context)
        guard !isForRow else { return try await show(form, of: customer, context) }
        return try await pages.take(form) {
            CustomerForm.details($0)
        } again: { form in
            try await show(form, of: form.isStale ? try await findToCorrect(context) : customer, context)
        } store: { details, form in
            do {
                let path = try await customers.correct(
                    customer.id, to: details, version: form.baseVersion(),
                    sharesPhone: form.bound[CustomerForm.samePhone] ?? false, form.submission, context.stamp)
                return .seeOther(path, notice: "notice.customer-corrected")
            } catch let shared as SamePhone {
                return try await show(asking(form, context), of: customer, sharing: shared.others, context)
            }
        }
    }

    private func findToCorrect(_ context: MemberContext) async throws -> Customer {
        try await customers.findShowingPhones(context.id(), on: .correction, context.stamp).orNotFound()
    }

    /// The enquiry or issue in the query (WEB-2, ISS-1).
    private func prefill(_ request: Request, _ context: MemberContext) async throws -> CustomerPrefill? {
        if let id = request.query["enquiry"].flatMap(Enquiry.ID.init) {
            let enquiry = try await enquiries.find(id).orNotFound()
            return CustomerPrefill(enquiry)
        }
        guard let id = request.query["issue"].flatMap(CustomerIssue.ID.init) else { return nil }
        guard let issue = try await issues.find(id, visibleTo: context.member),
            Permissions.may(context.member, .identifyCustomer(issue))
        else { throw Refusal.notFound }
        return CustomerPrefill(issue)
    }

    /// The form shows the number in full, for the call to the customer (ACC-8).
    private func notePhoneShown(of prefill: CustomerPrefill, _ context: MemberContext) async throws {
        switch prefill.origin {
        case .enquiry(let id): _ = try await enquiries.findShowingPhone(id, context.stamp)
        case .issue(let id):
            let issue = try await issues.find(id, visibleTo: context.member).orNotFound()
            try await issues.notePhonesShown(of: issue, context.stamp)
        }
    }

    private func staff(for customer: Customer) async throws -> [Choice] {
        try await members.all().choices(keeping: customer.details.knownBy)
    }

    /// - Returns: as typed and without validation, when another row was requested.
    private func posted(
        _ request: Request, staff: [Choice], _ context: MemberContext
    ) async throws -> (form: PostedForm, isForRow: Bool) {
        let entered = try await request.entered()
        let form = CustomerForm.form(staff: staff, asksAboutPhone: entered["same-phone"] != nil)
        let isForRow = entered.asksFor("add-row")
        let bound = isForRow ? form.showing(entered.fields) : form.bind(entered.fields, today: pages.today(context))
        return (try PostedForm(entered, bound), isForRow)
    }

    private func asking(_ form: PostedForm, _ context: MemberContext) -> PostedForm {
        form.with(CustomerForm.asking(form.bound, today: pages.today(context)))
    }

    private func show(_ customer: Customer, inFull: Bool, _ context: MemberContext) async throws -> Response {
        let follow = FollowUpWords(
            rulebook: rulebook, words: pages.words(for: context), today: pages.today(context))
        let page = CustomerPage(
            customer, projects: try await customers.projects(of: customer.id), phonesInFull: inFull,
            for: context.member, words: follow)
        return try await pages.show(page, to: context)
    }

    private func show(
        _ form: PostedForm, of customer: Customer? = nil, from origin: CustomerPrefill.Origin? = nil,
        sharing others: [CustomerName] = [], _ context: MemberContext
    ) async throws -> Response {
        let page = CustomerFormPage(
            form, of: customer, from: origin, sharing: others, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }
}
