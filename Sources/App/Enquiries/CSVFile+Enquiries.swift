import Forms

extension CSVFile {
    /// Export of the list of enquiries; phones are masked as on the page (ACC-7, ACC-8).
    init(_ enquiries: ListSlice<Enquiry>, today: Day, words: Words) {
        self.init(
            "enquiries-\(today)",
            [
                Column("enquiries.column.number") { .text($0.number) },
                Column("enquiries.column.name") { .text($0.name) },
                Column("enquiry.phone") { .text(PhoneNumber(stored: $0.phone)?.masked ?? "") },
                Column("enquiries.column.address") { .text($0.address) },
                Column("enquiries.column.words") { .text($0.words) },
                Column("enquiries.column.state") { .text(words("enquiry.state.\($0.state.rawValue)")) },
                Column("enquiries.column.received") { .moment($0.receivedAt) },
                Column("enquiries.column.due") { .moment($0.dueAt) },
                Column("enquiries.column.answered") { .moment($0.answeredAt) },
                Column("enquiries.column.appointment") {
                    .text($0.appointmentAt.map { "\($0.day) \($0.time)" } ?? "")
                },
                Column("enquiries.column.branch") { .text($0.branch) },
                Column("enquiries.column.follow-up-on") { .day($0.followUpOn) },
            ], enquiries, words)
    }
}
