import Forms
import Foundation
import Markup

/// The audit trail, the latest entry first.
struct AuditPage: Page {
    static let template = "audit/trail/index"
    let values: PageValues

    /// - Parameter before: the number of the entry that the page follows.
    init(
        _ list: ListSlice<NamedAuditEntry>, _ query: ListQuery, before: Int?, staff: [Member], verdict: AuditVerdict?,
        words: Words
    ) {
        let filter = FilterValues(
            query: query, words: words, options: ["member": [.any("audit.anybody")] + staff.map(Choice.init(_:))])
        let last = list.isMore ? list.rows.last?.entry.id : nil
        values = [
            "filter": filter.filter,
            "rows": .list(list.rows.map { Self.row(AuditLine($0, words)) }),
            "isEmpty": .flag(list.rows.isEmpty), "title": .text(words("audit.empty-title")),
            "text": .text(words("audit.empty-text")), "actionHref": .text(Paths.audit),
            "actionLabel": .text(words("audit.show-all")),
            "fileHref": .text(query.fileHref), "conditionHref": .text(Paths.condition),
            "verifyHref": .text(Paths.with(Paths.audit, query.items + [("verify", "1")])),
            "verdict": verdict.map { .page(Self.verdict($0, words)) } ?? .none,
            "summary": .text(words("audit.newest-first")),
            "previousHref": before == nil ? .none : .text(query.href()),
            "nextHref": .optional(last.map { Paths.with(Paths.audit, query.items + [("before", String($0))]) }),
        ]
    }

    private static func row(_ line: AuditLine) -> PageValues {
        [
            "id": .number(line.entry.id), "time": .text(line.time), "name": .text(line.entry.memberName ?? "–"),
            "action": .text(line.action), "subject": .text(line.subject), "href": .optional(line.href),
            "grant": .optional(line.grant), "detail": .optional(line.detail), "address": .text(line.address),
        ]
    }

    private static func verdict(_ verdict: AuditVerdict, _ words: Words) -> PageValues {
        let (isWhole, text) =
            switch verdict {
            case .whole(let count): (true, words("audit.verdict.whole", ["count": String(count)]))
            case .changed(let id): (false, words("audit.verdict.changed", ["id": String(id)]))
            case .missing(let id): (false, words("audit.verdict.missing", ["id": String(id)]))
            case .cutOff(let after, let of):
                (false, words("audit.verdict.cut-off", ["after": String(after), "of": String(of)]))
            case .headMissing: (false, words("audit.verdict.head-missing"))
            case .slotUnreadable(let count):
                (false, words("audit.verdict.slot-unreadable", ["count": String(count)]))
            case .grantUnproven(let id): (false, words("audit.verdict.grant-unproven", ["id": String(id)]))
            }
        return ["isWhole": .flag(isWhole), "text": .text(text)]
    }
}
