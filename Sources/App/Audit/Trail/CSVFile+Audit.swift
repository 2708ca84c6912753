import Forms

extension CSVFile {
    /// Export of the filtered audit trail (ACC-5, ACC-7).
    init(_ entries: ListSlice<NamedAuditEntry>, today: Day, words: Words) {
        self.init(
            "audit-\(today)",
            [
                Column("audit.number") { .text(String($0.entry.id)) },
                Column("audit.when") { .moment($0.entry.at) },
                Column("audit.who") { .text($0.entry.memberName ?? "") },
                Column("audit.what") { .text($0.action) },
                Column("audit.detail") {
                    .text([$0.detail, $0.grant].compactMap { $0 }.joined(separator: " · "))
                },
                Column("audit.about") { .text($0.subject) }, Column("audit.where") { .text($0.address) },
            ], entries.map { AuditLine($0, words) }, words)
    }
}
