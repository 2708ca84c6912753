import Forms
import Foundation
import Hummingbird
import Rulebooks

/// Finding, showing, registering and correcting customers.
struct CustomersController: Sendable {
    let customers: CustomerStore
    let enquiries: EnquiryStore
    let issues: IssueStore
    let members: MemberStore
    let audit: AuditStore
    let pages: PageResponder
    let books: BooksInForce
    /// Whole numbers tried by members who see masked ones: a mask leaves ten thousand, which nobody may go through (ACC-8).
    let numberGuesses: RateLimit

    private var rulebook: Rulebook { books.rulebook }

    /// The number of an incoming call opens the card of whoever calls (ARC-4).
    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        switch try await customers.search(try filter(request, context)) {
        case .card(let id):
            return .seeOther(Paths.customer(id))
        case .list(let list):
            let page = CustomersPage(list, for: context.member, words: pages.words(for: context))
            return try await pages.show(page, to: context)
        }
    }

    /// The list that is shown, as a file (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let rows = try await customers.export(try filter(request, context))
        try await audit.noteExport(of: "customers", rows: rows.count, context.stamp)
        return CSVFile(rows, words: pages.words(for: context), today: pages.today(context)).response
    }

    private func filter(_ request: Request, _ context: MemberContext) throws -> CustomerFilter {
        let filter = CustomerFilter(request.query, for: context.member)
        guard filter.phones == .wholeOrEnding, PhoneNumber(typed: filter.query) != nil else { return filter }
        guard numberGuesses.allows(String(context.member.id), at: context.now) else { throw Refusal.tooMany }
        return filter
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: Customer.ID = try context.id()
        let customer = try await customers.find(id).orNotFound()
        return try await show(customer, inFull: false, context)
    }

    /// The same page with the phones in full; each time is written down (ACC-8).
    @Sendable func showPhones(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: Customer.ID = try context.id()
        let customer = try await customers.findShowingPhones(id, on: .card, context.stamp).orNotFound()
        return try await show(customer, inFull: true, context)
    }

    /// Where an address that only takes forms is opened by hand, or after a change of language.
    @Sendable func backToCard(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.customer(try context.id()))
    }

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let prefill = try await prefill(request, context)
        if let prefill { try await notePhoneShown(of: prefill, context) }
        let bound = CustomerForm.new(
            staff: try await members.all().choices(), by: context.member.id, from: prefill)
        let page = CustomerFormPage(bound, from: prefill?.origin, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let origin = try await prefill(request, context)?.origin
        let bound = bind(entered, staff: try await members.all().choices(), context)
        guard !entered.asksFor("add-row"), let details = CustomerForm.details(bound) else {
            return try await showForm(bound, entered, of: nil, from: origin, context)
        }
        do {
            let path = try await customers.register(
                details, sharesPhone: bound[CustomerForm.samePhone] ?? false, from: origin, entered.submission(),
                context.stamp)
            return .seeOther(path, notice: "notice.customer-registered")
        } catch let shared as SamePhone {
            return try await showForm(bound, entered, of: nil, from: origin, sharing: shared.others, context)
        }
    }

    /// Whoever corrects a customer works with the numbers, so they are shown, and that is written down (ACC-8).
    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: Customer.ID = try context.id()
        let customer = try await customers.findShowingPhones(id, on: .correction, context.stamp).orNotFound()
        let bound = CustomerForm.filled(with: customer.details, staff: try await staff(for: customer))
        let page = CustomerFormPage(bound, of: customer, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: Customer.ID = try context.id()
        let customer = try await customers.find(id).orNotFound()
        let entered = try await request.entered()
        guard let version = entered.version else { throw Refusal.malformed }
        let bound = bind(entered, staff: try await staff(for: customer), context)
        guard !entered.asksFor("add-row"), let details = CustomerForm.details(bound) else {
            return try await showForm(bound, entered, of: customer, context)
        }
        do {
            let path = try await customers.correct(
                id, to: details, version: version, sharesPhone: bound[CustomerForm.samePhone] ?? false,
                entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.customer-corrected")
        } catch let shared as SamePhone {
            return try await showForm(bound, entered, of: customer, sharing: shared.others, context)
        } catch is StaleVersion {
            return try await showBothVersions(id, bound, entered, context)
        }
    }

    /// Whom the address names by an enquiry or an issue (WEB-2, ISS-1).
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

    /// The form has the number in full, for whoever asks the customer on the phone (ACC-8).
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

    private func bind(_ entered: SubmittedForm, staff: [Choice], _ context: MemberContext) -> BoundForm {
        let form = CustomerForm.form(staff: staff, asksAboutPhone: entered["same-phone"] != nil)
        return entered.asksFor("add-row")
            ? form.showing(entered.fields) : form.bind(entered.fields, today: pages.today(context))
    }

    private func show(_ customer: Customer, inFull: Bool, _ context: MemberContext) async throws -> Response {
        let follow = FollowUpWords(
            rulebook: rulebook, words: pages.words(for: context), today: pages.today(context))
        let page = CustomerPage(
            customer, projects: try await customers.projects(of: customer.id), phonesInFull: inFull,
            for: context.member, words: follow)
        return try await pages.show(page, to: context)
    }

    /// The form again, with what was typed, after an error or for another row.
    private func showForm(
        _ bound: BoundForm, _ entered: SubmittedForm, of customer: Customer?,
        from origin: CustomerPrefill.Origin? = nil,
        sharing others: [CustomerName] = [], _ context: MemberContext
    ) async throws -> Response {
        var bound = bound
        if !others.isEmpty {
            bound = CustomerForm.asking(bound, entered.fields, today: pages.today(context))
        }
        let page = CustomerFormPage(
            bound, of: customer, from: origin, version: entered.version, sharing: others,
            submission: try entered.submission(),
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: bound.isValid ? .ok : .unprocessableContent)
    }

    /// Sent again, the form overwrites what its sender has now seen (UX-4).
    private func showBothVersions(
        _ id: Customer.ID, _ bound: BoundForm, _ entered: SubmittedForm, _ context: MemberContext
    ) async throws -> Response {
        let stored = try await customers.findShowingPhones(id, on: .correction, context.stamp).orNotFound()
        let page = CustomerFormPage(
            bound, of: stored, isStale: true, submission: try entered.submission(), words: pages.words(for: context))
        return try await pages.show(page, to: context, status: .conflict)
    }
}
