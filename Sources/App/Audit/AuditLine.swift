import Forms
import Foundation

/// One entry in words, the same on the page and in the file.
struct AuditLine {
    let entry: AuditEntry
    /// By the company's clocks.
    let time: String
    let action: String
    let detail: String?
    let subject: String
    let grant: String?
    let href: String?

    init(_ named: NamedAuditEntry, _ words: Words) {
        entry = named.entry
        time = words.dateTime(entry.at)
        action = words("audit.action.\(entry.action)")
        detail = Self.detail(entry.detail, words)
        let name = named.name ?? entry.subjectID.map(String.init) ?? ""
        subject = words("audit.subject.\(entry.subjectKind)", ["id": name])
        grant = entry.grantID.map { words("audit.under-grant", ["number": String($0)]) }
        href = Self.href(entry)
    }

    private static func detail(_ detail: [String: String], _ words: Words) -> String? {
        let parts = detail.sorted { $0.key < $1.key }.map { key, value in
            // The pattern of a route has names in it that say nothing to people.
            let shown = moment(value).map(words.dateTime) ?? value.replacing(#/\{[a-z]+\}/#, with: "…")
            return words.optional("audit.detail.\(key).\(value)")
                ?? words.optional("audit.detail.\(key)").map { _ in words("audit.detail.\(key)", ["value": shown]) }
                ?? shown
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    /// A moment as it is stored, which people read by the clocks of the company.
    private static func moment(_ text: String) -> Date? {
        guard text.utf8.count == "2026-11-23 02:30:00.000".utf8.count else { return nil }
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return try? Date(text.replacing(" ", with: "T") + "Z", strategy: style)
    }

    private static func href(_ entry: AuditEntry) -> String? {
        guard let id = entry.subjectID, let kind = AuditSubject.Kind(rawValue: entry.subjectKind) else { return nil }
        return switch kind {
        case .company: nil
        case .member: Paths.member(id)
        case .customer: Paths.customer(id)
        case .project: Paths.project(id)
        case .followUp: Paths.followUp(id)
        case .accessRequest: Paths.accessRequest(id)
        case .workOrder: Paths.workOrder(id)
        case .visit: Paths.visit(id)
        case .issue: Paths.issue(id)
        case .feedback: Paths.feedbackRecord(id)
        case .enquiry: Paths.enquiry(id)
        }
    }
}
