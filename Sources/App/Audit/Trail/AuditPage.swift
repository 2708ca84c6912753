import Forms
import Foundation

/// The audit trail, the latest entry first.
struct AuditPage: Page {
    static let template = "audit/trail/index"
    let values: PageValues

    static let size = 50

    init(
        _ entries: [NamedAuditEntry], _ filter: AuditFilter, staff: [Member], verdict: AuditVerdict?, words: Words
    ) {
        let shown = entries.prefix(Self.size)
        let isMore = entries.count > shown.count
        values = [
            "rows": .list(shown.map { Self.row(AuditLine($0, words)) }),
            "isEmpty": .flag(shown.isEmpty), "title": .text(words("audit.empty-title")),
            "text": .text(words("audit.empty-text")), "actionHref": .text(Paths.audit),
            "actionLabel": .text(words("audit.show-all")),
            "members": Self.options(
                [("", words("audit.anybody"))] + staff.map { (String($0.id), $0.name) },
                chosen: filter.member.map(String.init)),
            "actions": Self.options(
                [("", words("audit.anything"))]
                    + AuditAction.allCases.map { ($0.rawValue, words("audit.action.\($0.rawValue)")) },
                chosen: filter.action?.rawValue),
            "kinds": Self.options(
                [("", words("audit.any-kind"))]
                    + AuditSubject.Kind.allCases.map { ($0.rawValue, words("audit.kind.\($0.rawValue)")) },
                chosen: filter.kind?.rawValue),
            "from": .text(filter.from?.description ?? ""), "until": .text(filter.until?.description ?? ""),
            "customer": .text(filter.customer),
            "fileHref": .text(Paths.with(Paths.auditFile, filter.items)),
            "conditionHref": .text(Paths.condition),
            "verifyHref": .text(Paths.with(Paths.audit, filter.items + [("verify", "1")])),
            "verdict": verdict.map { .page(Self.verdict($0, words)) } ?? .none,
            "summary": .text(words("audit.newest-first")),
            "previousHref": filter.before == nil ? .none : .text(Paths.with(Paths.audit, filter.items)),
            "nextHref": isMore
                ? .text(
                    Paths.with(
                        Paths.audit, filter.items + [("before", shown.last.map { String($0.entry.id) } ?? "")]))
                : .none,
        ]
    }

    private static func options(_ all: [(value: String, label: String)], chosen: String?) -> PageValue {
        .list(
            all.map {
                ["value": .text($0.value), "label": .text($0.label), "checked": .flag($0.value == (chosen ?? ""))]
            })
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
