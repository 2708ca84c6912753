import Forms
import Foundation

extension CSVFile {
    /// A month's feedback: that it is there, as on the page (ACC-7), and nothing of what it says (ACC-2).
    init(_ feedback: [Feedback], of month: Month, now: Date, words: Words) {
        self.init(
            "feedback-\(month)",
            [
                Column("feedback.column.number") { .text($0.number) },
                Column("follow-ups.column.customer") { .text($0.customerName) },
                Column("feedback.project") { .text($0.project.number) },
                Column("feedback.channel") { .text(words("feedback.channel.\($0.channel.rawValue)")) },
                Column("feedback.received-on") { .day($0.receivedOn) },
                Column("feedback.entered-by") { .text($0.enteredBy?.name ?? words("feedback.by-customer")) },
                Column("follow-ups.column.agent") { .text($0.agent.name) },
                Column("record.seal") { .text(words($0.isSealed(at: now) ? "record.sealed" : "feedback.not-sealed")) },
            ], feedback, words)
    }
}
