import Forms

extension CSVFile {
    /// Export of the list of customers; phones are masked as on its page (ACC-7, ACC-8).
    init(_ customers: ListSlice<CustomerRow>, words: Words, today: Day) {
        self.init(
            "customers-\(today)",
            [
                Column("customers.column.name") {
                    .text($0.customer.formOfAddress.words(for: $0.customer.name, words))
                },
                Column("customers.column.phones") { .text($0.phones.masked) },
                Column("customers.column.projects") { .text($0.projects.map(\.number).joined(separator: " ")) },
                Column("customer.address") { .text($0.address) },
                Column("customers.column.grade") { .text($0.grade.rawValue) },
                Column("customers.key") { .text($0.isKey ? words("form.yes") : "") },
            ], customers, words)
    }
}
