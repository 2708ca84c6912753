import Forms

/// The list of customers, whole or as a search and filters narrow it (ARC-4, UX-7).
struct CustomersPage: Page {
    static let template = "customers/index"
    let values: PageValues

    init(_ list: CustomerList, for member: Member, words: Words) {
        let filter = list.filter
        let mayRegister = Permissions.may(member, .registerCustomers)
        let own: PageValues = [
            "newHref": mayRegister ? .text(Paths.newCustomer) : .none,
            "searchAction": .text(Paths.customers), "fileHref": .text(filter.filePath),
            "q": .text(filter.query),
            "grade": .optional(filter.grade?.rawValue),
            "key": filter.keyOnly ? "yes" : .none,
            "filters": .list(Self.filters(filter, words)),
            "rows": .list(list.rows.map { Self.row($0, words) }),
            "empty": list.rows.isEmpty ? Self.empty(filter, mayRegister: mayRegister, words) : .none,
        ]
        values = own.merging(Self.pagination(list, words)) { own, _ in own }
    }

    private static func filters(_ filter: CustomerFilter, _ words: Words) -> [PageValues] {
        let grades = ([nil] + Grade.allCases.map { Optional($0) }).map { grade -> PageValues in
            [
                "label": .text(
                    grade.map { words("customers.filter.grade", ["grade": $0.rawValue]) }
                        ?? words("customers.filter.all-grades")),
                "href": .text(filter.with(grade: grade).path()), "current": .flag(filter.grade == grade),
            ]
        }
        let key: PageValues = [
            "label": .text(words("customers.filter.key")), "href": .text(filter.with(keyOnly: !filter.keyOnly).path()),
            "current": .flag(filter.keyOnly),
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

    private static func empty(_ filter: CustomerFilter, mayRegister: Bool, _ words: Words) -> PageValue {
        let code = filter.isNarrowed || filter.isUnsearchable || filter.page > 1 ? "none-found" : "none-yet"
        let all = code == "none-found"
        return .page([
            "title": .text(words("customers.\(code).title")), "text": .text(words("customers.\(code).text")),
            "actionHref": all ? .text(Paths.customers) : mayRegister ? .text(Paths.newCustomer) : .none,
            "actionLabel": .text(words(all ? "customers.show-all" : "customers.new")),
        ])
    }

    private static func pagination(_ list: CustomerList, _ words: Words) -> PageValues {
        let filter = list.filter
        let first = filter.offset + 1
        let last = filter.offset + list.rows.count
        let isMore = list.hasUncounted
        let hasNext = list.rows.count == CustomerFilter.pageSize && (isMore || last < list.count)
        return [
            "summary": .text(
                words(
                    isMore ? "customers.shown-of-more" : "customers.shown",
                    [
                        "first": String(first), "last": String(last),
                        "count": String(isMore ? CustomerFilter.countLimit : list.count),
                    ])),
            "previousHref": filter.page > 1 ? .text(filter.path(page: filter.page - 1)) : .none,
            "nextHref": hasNext ? .text(filter.path(page: filter.page + 1)) : .none,
        ]
    }
}
