/// The record, or all records of a project, that somebody asks for.
enum WantedRecords: Sendable {
    case followUp(FollowUp)
    case feedback(Feedback)
    case project(Project)

    var scope: AccessScope {
        switch self {
        case .followUp(let one): .record(.followUp(one.id))
        case .feedback(let one): .record(.feedback(one.id))
        case .project(let one): .project(one.id)
        }
    }
}
