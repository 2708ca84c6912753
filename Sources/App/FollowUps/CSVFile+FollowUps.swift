import Forms

extension CSVFile {
    /// The list of follow-ups, in the columns of its page (ACC-7).
    init(_ followUps: [FollowUp], words follow: FollowUpWords) {
        let words = follow.words
        let columns = ["customer", "project", "stage", "channel", "opens", "closes", "done", "agent", "state"]
        self.init(
            "follow-ups-\(follow.today)", columns: columns.map { words("follow-ups.column.\($0)") },
            rows: followUps.map { one in
                [
                    one.customerName, one.projectNumber, follow.stage(one.stage), follow.channel(one.channel),
                    one.opens.description, one.closes.description, one.doneOn?.description ?? "", one.agentName,
                    words("follow-up.state.\(one.state(on: follow.today).rawValue)"),
                ]
            })
    }
}
