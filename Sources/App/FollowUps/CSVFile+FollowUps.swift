extension CSVFile {
    /// Export of the list of follow-ups, with the columns of its page (ACC-7).
    init(_ followUps: ListSlice<FollowUp>, words follow: FollowUpWords) {
        self.init(
            "follow-ups-\(follow.today)",
            [
                Column("follow-ups.column.customer") { .text($0.customerName) },
                Column("follow-ups.column.project") { .text($0.projectNumber) },
                Column("follow-ups.column.stage") { .text(follow.stage($0.stage)) },
                Column("follow-ups.column.channel") { .text(follow.channel($0.channel)) },
                Column("follow-ups.column.opens") { .day($0.opens) },
                Column("follow-ups.column.closes") { .day($0.closes) },
                Column("follow-ups.column.done") { .day($0.doneOn) },
                Column("follow-ups.column.agent") { .text($0.agentName) },
                Column("follow-ups.column.state") {
                    .text(follow.words("follow-up.state.\($0.state(on: follow.today).rawValue)"))
                },
            ], followUps, follow.words)
    }
}
