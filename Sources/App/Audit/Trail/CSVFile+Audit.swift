import Forms

extension CSVFile {
    /// The entries of the trail that are shown (ACC-5, ACC-7).
    init(_ entries: [NamedAuditEntry], today: Day, words: Words) {
        self.init(
            "audit-\(today)",
            columns: ["number", "when", "who", "what", "detail", "about", "where"].map { words("audit.\($0)") },
            rows: entries.map { named in
                let line = AuditLine(named, words)
                return [
                    String(line.entry.id), Self.moment(line.entry.at, words), line.entry.memberName ?? "", line.action,
                    [line.detail, line.grant].compactMap { $0 }.joined(separator: " · "), line.subject,
                    line.address,
                ]
            })
    }
}
