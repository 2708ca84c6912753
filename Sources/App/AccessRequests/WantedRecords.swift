/// The record or project of a new access request.
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
