/// A sealed record, which can be requested on its own (ACC-4): a follow-up's sheet, or customer feedback.
enum SealedRecord: Sendable, Hashable, LosslessStringConvertible {
    case followUp(FollowUp.ID)
    case feedback(Feedback.ID)

    /// Parses its text in forms and addresses: `follow-up-12`.
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

    /// The word for its kind in addresses, forms and the audit trail.
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

    /// The path of the record.
    var path: String {
        switch self {
        case .followUp(let id): Paths.record(id)
        case .feedback(let id): Paths.feedbackRecord(id)
        }
    }
}

/// Scope of an access request: one record, or all records of a project.
enum AccessScope: Sendable, Hashable {
    case project(Project.ID)
    case record(SealedRecord)

    /// Parses the scope from query items or form fields; nil when there is none.
    init?(_ value: (String) -> String?) {
        if let record = value("record").flatMap(SealedRecord.init) {
            self = .record(record)
        } else if let id = value("project").flatMap(Project.ID.init) {
            self = .project(id)
        } else {
            return nil
        }
    }

    /// The query item or field that names the scope.
    var item: (name: String, value: String) {
        switch self {
        case .project(let id): ("project", String(id))
        case .record(let record): ("record", record.description)
        }
    }
}
