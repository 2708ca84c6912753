import Foundation

/// The audit trail, the latest entry first.
struct AuditPage: Page {
    static let template = "audit/index"
    let values: PageValues

    init(_ entries: [AuditEntry], _ filter: AuditFilter, staff: [Member], verdict: AuditVerdict?, words: Words) {
        let shown = entries.prefix(AuditStore.pageSize)
        let isMore = entries.count > shown.count
        let items = [
            ("member", filter.member.map(String.init) ?? ""), ("action", filter.action?.rawValue ?? ""),
        ]
        values = [
            "rows": .list(shown.map { Self.row($0, words) }),
            "isEmpty": .flag(shown.isEmpty), "title": .text(words("audit.empty-title")),
            "text": .text(words("audit.empty-text")), "actionHref": .text(Paths.audit),
            "actionLabel": .text(words("audit.show-all")),
            "members": .list(
                ([("", words("audit.anybody"))] + staff.map { (String($0.id), $0.name) }).map { value, label in
                    [
                        "value": .text(value), "label": .text(label),
                        "checked": .flag(value == (filter.member.map(String.init) ?? "")),
                    ]
                }),
            "actions": .list(
                ([nil] + AuditAction.allCases.map { Optional($0) }).map { action in
                    [
                        "value": .text(action?.rawValue ?? ""),
                        "label": .text(words(action.map { "audit.action.\($0.rawValue)" } ?? "audit.anything")),
                        "checked": .flag(action == filter.action),
                    ]
                }),
            "verifyHref": .text(Paths.with(Paths.audit, items + [("verify", "1")])),
            "verdict": verdict.map { .page(Self.verdict($0, words)) } ?? .none,
            "summary": .text(words("audit.newest-first")),
            "previousHref": filter.before == nil ? .none : .text(Paths.with(Paths.audit, items)),
            "nextHref": isMore
                ? .text(Paths.with(Paths.audit, items + [("before", shown.last.map { String($0.id) } ?? "")])) : .none,
        ]
    }

    private static func row(_ entry: AuditEntry, _ words: Words) -> PageValues {
        [
            "id": .number(entry.id), "time": .text(words.dateTime(entry.at)), "name": .text(entry.memberName ?? "–"),
            "action": .text(words("audit.action.\(entry.action)")),
            "subject": .text(
                words("audit.subject.\(entry.subjectKind)", ["id": entry.subjectID.map(String.init) ?? ""])),
            "href": .optional(href(entry)),
            "grant": entry.grantID.map { .text(words("audit.under-grant", ["number": String($0)])) } ?? .none,
            "detail": .optional(detail(entry.detail, words)),
            "address": .text(entry.address),
        ]
    }

    private static func detail(_ detail: [String: String], _ words: Words) -> String? {
        let parts = detail.sorted { $0.key < $1.key }.map { key, value in
            words.optional("audit.detail.\(key).\(value)")
                ?? words.optional("audit.detail.\(key)").map { _ in words("audit.detail.\(key)", ["value": value]) }
                ?? value
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    private static func href(_ entry: AuditEntry) -> String? {
        guard let id = entry.subjectID else { return nil }
        return switch entry.subjectKind {
        case "member": Paths.member(id)
        case "customer": Paths.customer(id)
        case "project": Paths.project(id)
        case "follow-up": Paths.followUp(id)
        case "access-request": Paths.accessRequest(id)
        case "work-order": Paths.workOrder(id)
        case "visit": Paths.visit(id)
        default: nil
        }
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
