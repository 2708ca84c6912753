extension Member {
    /// The columns of the staff list, on its page and in its file (ACC-7).
    static func columns(_ words: Words) -> [Column<Member>] {
        [
            Column("member.name", href: { Paths.member($0.id) }) { .text($0.name) },
            Column("member.username") { .text($0.username ?? "") },
            Column("member.roles") { .text(words.roles($0.roles)) },
            Column("staff.state-column", badge: \.stateLook) { .text($0.stateLabel(words)) },
        ]
    }
}
