import Forms

/// A candidate customer of an issue, and the project; nil for a customer without one.
struct IssueCustomer: Sendable, Hashable {
    let customer: CustomerName
    let phone: PhoneNumber?
    let address: String
    let project: ProjectNumber?

    /// One per project of a customer, or one for the customer alone.
    static func all(
        _ customer: CustomerName, _ phone: PhoneNumber?, _ address: String, _ projects: [ProjectNumber]
    ) -> [IssueCustomer] {
        (projects.isEmpty ? [nil] : projects.map(Optional.some)).map {
            IssueCustomer(customer: customer, phone: phone, address: address, project: $0)
        }
    }

    var value: String { project.map { "project-\($0.id)" } ?? "customer-\(customer.id)" }
    /// Its text in the issue's history.
    var title: String { Self.joined([customer.name, project?.number ?? ""]) }

    var choice: Choice {
        let place = project.map { [$0.number, $0.siteAddress] } ?? [address]
        return Choice(value: value, label: .name(Self.joined([customer.name, phone?.masked ?? ""] + place)))
    }

    private static func joined(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

/// The form to match an issue to a customer, when a stranger had called or written (ISS-1, WEB-1).
enum IssueCustomerForm {
    private static let whose = Field<String>.choice("whose", required: true, hint: true)

    static func form(_ found: [IssueCustomer]) -> Form {
        Form("issue-customer", [whose]).offering(found.map(\.choice), for: "whose")
    }

    /// The chosen candidate; nil when it was not on offer.
    static func chosen(_ bound: BoundForm, among found: [IssueCustomer]) -> IssueCustomer? {
        guard bound.isValid, let value = bound[whose] else { return nil }
        return found.first { $0.value == value }
    }
}
