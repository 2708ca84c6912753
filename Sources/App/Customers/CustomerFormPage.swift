import Forms
import Markup

/// The page to register or correct a customer, also after a conflict of versions.
struct CustomerFormPage: Page {
    static let template = "customers/form"
    let values: PageValues

    /// - Parameter customer: the stored one to correct; nil for a new one.
    /// - Parameter origin: the enquiry or issue they are registered from, which is then linked to them (WEB-2).
    /// - Parameter others: customers with the same phone, to confirm.
    init(
        _ form: PostedForm, of customer: Customer? = nil, from origin: CustomerPrefill.Origin? = nil,
        sharing others: [CustomerName] = [], words: Words
    ) {
        let back = customer.map { Paths.customer($0.id) } ?? Paths.customers
        let drawn = FormValues.make(
            form,
            action: customer.map { Paths.customer($0.id) }
                ?? Paths.with(Paths.customers, origin.map { [$0.item] } ?? []),
            submit: customer == nil ? "customers.register" : "customers.save", cancel: back,
            version: customer?.version, keep: customer.map { "customer-\($0.id)" } ?? "customer-new", words: words)
        values = [
            "title": .text(words(customer == nil ? "customers.new" : "customers.correct")),
            "backHref": .text(back), "backLabel": .text(customer?.details.name ?? words("customers.title")),
            "form": .page(drawn),
            "isShared": .flag(!others.isEmpty),
            "others": .list(
                others.map {
                    ["name": .text($0.formOfAddress.words(for: $0.name, words)), "href": .text(Paths.customer($0.id))]
                }),
            "isStale": .flag(form.isStale),
            "differences": form.isStale ? Self.differences(form.bound, customer, words) : .list([]),
        ]
    }

    private static func differences(_ bound: BoundForm, _ customer: Customer?, _ words: Words) -> PageValue {
        guard let customer else { return .list([]) }
        let staff = bound.form["known-by"]?.kind.choices ?? []
        let stored = CustomerForm.filled(with: customer.details, staff: staff)
        return FormValues.differences(mine: bound, theirs: stored, words)
    }
}
