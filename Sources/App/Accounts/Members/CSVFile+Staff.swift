import Forms

extension CSVFile {
    /// The list of the staff, in the columns of its page.
    init(_ members: [Member], words: Words, today: Day) {
        self.init(
            "staff-\(today)",
            columns: [
                words("member.name"), words("member.username"), words("member.roles"), words("staff.state-column"),
            ],
            rows: members.map { one in
                [one.name, one.username ?? "", words.roles(one.roles), one.stateLabel(words)]
            })
    }
}
