import Forms
import Markup

/// The list of customers, with search and filters (ARC-4, UX-7).
struct CustomersPage: Page {
    static let template = "customers/index"
    let values: PageValues

    init(_ list: ListSlice<CustomerRow>, _ query: ListQuery, for member: Member, words: Words) {
        let mayRegister = Permissions.may(member, .registerCustomers)
        let own: PageValues = [
            "newHref": mayRegister ? .text(Paths.newCustomer) : .none, "fileHref": .text(query.fileHref),
            "filter": FilterValues(query: query, words: words).search(
                CustomerFilter.query, keeping: ["grade", "key"], submit: "customers.search"),
            "filters": .list(Self.filters(query, words)),
            "rows": .list(list.rows.map { Self.row($0, words) }),
            "empty": list.rows.isEmpty ? Self.empty(query, mayRegister: mayRegister, words) : .none,
        ]
        values = own.merging(query.pagination(list, summary: Self.summary(list, words), words)) { own, _ in own }
    }

    private static func filters(_ query: ListQuery, _ words: Words) -> [PageValues] {
        let chosen: Grade? = query.choice(CustomerFilter.grade)
        let isKey = query[CustomerFilter.keyOnly] == true
        let grades = ([nil] + Grade.allCases.map { Optional($0) }).map { grade -> PageValues in
            [
                "label": .text(
                    grade.map { words("customers.filter.grade", ["grade": $0.rawValue]) }
                        ?? words("customers.filter.all-grades")),
                "href": .text(query.href(with: ["grade": grade?.rawValue ?? ""])), "current": .flag(chosen == grade),
            ]
        }
        let key: PageValues = [
            "label": .text(words("customers.filter.key")),
            "href": .text(query.href(with: ["key": isKey ? "" : "yes"])), "current": .flag(isKey),
        ]
        return grades + [key]
    }

    private static func row(_ row: CustomerRow, _ words: Words) -> PageValues {
        [
            "name": .text(row.customer.formOfAddress.words(for: row.customer.name, words)),
            "href": .text(Paths.customer(row.id)), "phones": .text(row.phones.masked),
            "address": .text(row.address), "grade": .text(row.grade.rawValue), "isKey": .flag(row.isKey),
            "projects": .list(
                row.projects.map { project in
                    [
                        "number": .text(project.number), "href": .text(Paths.project(project.id)),
                        "site": project.siteAddress == row.address ? .none : .text(project.siteAddress),
                    ]
                }),
            "moreProjects": row.projectCount > row.projects.count
                ? .text(words("customers.more-projects", ["count": String(row.projectCount)])) : .none,
        ]
    }

    private static func empty(_ query: ListQuery, mayRegister: Bool, _ words: Words) -> PageValue {
        let all = query.isNarrowed
        let code = all ? "none-found" : "none-yet"
        return .page([
            "title": .text(words("customers.\(code).title")), "text": .text(words("customers.\(code).text")),
            "actionHref": all ? .text(Paths.customers) : mayRegister ? .text(Paths.newCustomer) : .none,
            "actionLabel": .text(words(all ? "customers.show-all" : "customers.new")),
        ])
    }

    private static func summary(_ list: ListSlice<CustomerRow>, _ words: Words) -> String {
        words(
            list.isCounted ? "customers.shown" : "customers.shown-of-more",
            Pagination.bounds(list).with("count", String(list.count)))
    }
}
