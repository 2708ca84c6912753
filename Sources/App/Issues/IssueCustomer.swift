import Forms

/// Whose issue it is: looked for among the customers when somebody unknown had called or written (ISS-1, WEB-1).
enum IssueCustomerForm {
    private static let whose = Field<String>.choice("whose", required: true, hint: true)

    /// Offers the projects of the customers that were found, and those who have none.
    static func form(_ found: [CustomerRow]) -> Form {
        Form("issue-customer", [whose]).offering(
            found.flatMap { row in row.projects.isEmpty ? [choice(row, nil)] : row.projects.map { choice(row, $0) } },
            for: "whose")
    }

    /// What was chosen; nil when nothing that was offered.
    static func chosen(_ bound: BoundForm, among found: [CustomerRow]) -> IssueCustomer? {
        guard bound.isValid, let value = bound[whose] else { return nil }
        return found.lazy.flatMap { row in
            ([nil] + row.projects.map(Optional.some)).map { IssueCustomer(customer: row.customer, project: $0) }
        }.first { $0.value == value }
    }

    private static func choice(_ row: CustomerRow, _ project: ProjectNumber?) -> Choice {
        let one = IssueCustomer(customer: row.customer, project: project)
        let phone = row.phones.first?.masked ?? ""
        let place = project.map { [$0.number, $0.siteAddress] } ?? [row.address]
        return Choice(
            value: one.value,
            label: .name(([row.customer.name, phone] + place).filter { !$0.isEmpty }.joined(separator: " · ")))
    }
}

/// A customer, and the project that an issue is about; nil for somebody who has none.
struct IssueCustomer: Sendable, Hashable {
    let customer: CustomerName
    let project: ProjectNumber?

    var value: String { project.map { "project-\($0.id)" } ?? "customer-\(customer.id)" }
    /// As the story of the issue says it.
    var title: String { [customer.name, project?.number ?? ""].filter { !$0.isEmpty }.joined(separator: " · ") }
}
