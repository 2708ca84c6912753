import Forms
import Foundation

extension CSVFile {
    /// A month's feedback: that it is there, as on the page (ACC-7), and nothing of what it says (ACC-2).
    init(_ list: FeedbackList, of month: Month, now: Date, words: Words) {
        let columns = [
            "feedback.column.number", "follow-ups.column.customer", "feedback.project", "feedback.channel",
            "feedback.received-on", "feedback.entered-by", "follow-ups.column.agent", "record.seal",
        ]
        self.init(
            "feedback-\(month)", columns: columns.map { words($0) },
            rows: list.rows.map { one in
                [
                    one.number, one.customerName, one.project.number,
                    words("feedback.channel.\(one.channel.rawValue)"), one.receivedOn.description,
                    one.enteredBy?.name ?? words("feedback.by-customer"), one.agent.name,
                    words(one.isSealed(at: now) ? "record.sealed" : "feedback.not-sealed"),
                ]
            })
    }
}
