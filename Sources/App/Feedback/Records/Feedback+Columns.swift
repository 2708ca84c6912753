import Forms
import Foundation

extension Feedback {
    /// The columns of the list, on its page and in its file (ACC-7): metadata only, no content (ACC-2).
    static func columns(now: Date, _ words: Words) -> [Column<Feedback>] {
        [
            Column(
                "feedback.column.number", href: { Paths.feedbackRecord($0.id) }, soft: \.customerName
            ) { .number($0.number) },
            Column("follow-ups.column.customer", isOnlyInFile: true) { .text($0.customerName) },
            Column("feedback.project", href: { Paths.project($0.project.id) }) { .text($0.project.number) },
            Column("feedback.channel") { .text(words("feedback.channel.\($0.channel.rawValue)")) },
            Column("feedback.received-on") { .day($0.receivedOn) },
            Column("feedback.entered-by", isOnlyInFile: true) {
                .text($0.enteredBy?.name ?? words("feedback.by-customer"))
            },
            Column("follow-ups.column.agent") { .text($0.agent.name) },
            Column("record.seal", badge: { $0.isSealed(at: now) ? .inactive : .neutral }) {
                .text(words($0.isSealed(at: now) ? "record.sealed" : "feedback.not-sealed"))
            },
        ]
    }
}
