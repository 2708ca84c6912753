/// A record that is read only with approval, and can be asked for by itself (ACC-4): a follow-up's sheet, or what a
/// customer said.
enum SealedRecord: Sendable, Hashable, LosslessStringConvertible {
    case followUp(FollowUp.ID)
    case feedback(Feedback.ID)

    /// As forms and addresses name it: `follow-up-12`.
    init?(_ text: String) {
        guard text.utf8.count < 30, let dash = text.lastIndex(of: "-"), let id = Int(text[dash...].dropFirst()) else {
            return nil
        }
        switch text[..<dash] {
        case "follow-up": self = .followUp(ID(id))
        case "feedback": self = .feedback(ID(id))
        default: return nil
        }
    }

    var description: String { "\(kind)-\(id)" }

    /// The word for it in addresses, forms and the audit trail.
    var kind: String {
        switch self {
        case .followUp: "follow-up"
        case .feedback: "feedback"
        }
    }

    var id: Int {
        switch self {
        case .followUp(let id): id.number
        case .feedback(let id): id.number
        }
    }

    var followUpID: FollowUp.ID? { if case .followUp(let id) = self { id } else { nil } }
    var feedbackID: Feedback.ID? { if case .feedback(let id) = self { id } else { nil } }

    /// Where it is read.
    var path: String {
        switch self {
        case .followUp(let id): Paths.record(id)
        case .feedback(let id): Paths.feedbackRecord(id)
        }
    }
}

/// What somebody asks to read: one record, or all of a project.
enum AccessScope: Sendable, Hashable {
    case project(Project.ID)
    case record(SealedRecord)

    /// Reads what an address or a form names; nil when that is neither.
    init?(_ value: (String) -> String?) {
        if let record = value("record").flatMap(SealedRecord.init) {
            self = .record(record)
        } else if let id = value("project").flatMap(Project.ID.init) {
            self = .project(id)
        } else {
            return nil
        }
    }

    /// The part of an address, or the field, that names it.
    var item: (name: String, value: String) {
        switch self {
        case .project(let id): ("project", String(id))
        case .record(let record): ("record", record.description)
        }
    }
}
