import Forms
import Foundation

/// One entry formatted, for page and file alike.
struct AuditLine {
    let entry: AuditEntry
    /// In the company's time zone.
    let time: String
    let action: String
    let detail: String?
    let subject: String
    let grant: String?
    let href: String?
    /// An aggregated entry may have come from many addresses.
    let address: String

    init(_ named: NamedAuditEntry, _ words: Words) {
        entry = named.entry
        time = words.dateTime(entry.at)
        action = words("audit.action.\(entry.action)")
        detail = AuditDetail.text(of: entry, words)
        let name = named.name ?? entry.subjectID.map(String.init) ?? ""
        subject = words("audit.subject.\(entry.subjectKind)", ["id": name])
        grant = entry.grantID.map { words("audit.under-grant", ["number": String($0)]) }
        href = Self.href(entry)
        address = Self.address(entry.address, words)
    }

    private static func address(_ address: String, _ words: Words) -> String {
        switch address {
        case TryTally.manyPlaces: words("audit.many-places")
        case "console": words("audit.console")
        default: address
        }
    }

    private static func href(_ entry: AuditEntry) -> String? {
        guard let id = entry.subjectID, let kind = AuditSubject.Kind(rawValue: entry.subjectKind) else { return nil }
        return switch kind {
        case .company: nil
        case .member: Paths.member(ID(id))
        case .customer: Paths.customer(ID(id))
        case .project: Paths.project(ID(id))
        case .followUp: Paths.followUp(ID(id))
        case .accessRequest: Paths.accessRequest(ID(id))
        case .workOrder: Paths.workOrder(ID(id))
        case .visit: Paths.visit(ID(id))
        case .issue: Paths.issue(ID(id))
        case .feedback: Paths.feedbackRecord(ID(id))
        case .enquiry: Paths.enquiry(ID(id))
        }
    }
}
