import Forms

extension CSVFile {
    /// The list of customers; phones are masked in it as on its page (ACC-7, ACC-8).
    init(_ customers: [CustomerRow], words: Words, today: Day) {
        self.init(
            "customers-\(today)",
            columns: [
                words("customers.column.name"), words("customers.column.phones"), words("customers.column.projects"),
                words("customer.address"), words("customers.column.grade"), words("customers.key"),
            ],
            rows: customers.map { one in
                [
                    one.customer.formOfAddress.words(for: one.customer.name, words), one.phones.masked,
                    one.projects.map(\.number).joined(separator: " "), one.address, one.grade.rawValue,
                    one.isKey ? words("form.yes") : "",
                ]
            })
    }
}
