/// Who may read sealed content (ACC-2, ACC-3).
extension Permissions {
    /// The ground on which a person may read a record's content; nil when there is none (ACC-2, ACC-3).
    /// - Parameter grants: the person's grants for this record that are in force now.
    static func reading(of sheet: SheetFacts, by member: Member, grants: [AccessGrant]) -> ReadingGround? {
        if sheet.authorID == member.id, !sheet.isSealed { return .author }
        if member.has(.administrator) { return .administrator }
        if let grant = grants.first { return .grant(grant.id) }
        return nil
    }

    /// The same for the content of customer feedback, which is sealed like follow-up records (ACC-2, ACC-3).
    /// - Parameter grants: the person's grants for it that are in force now.
    static func reading(
        of feedback: Feedback, isSealed: Bool, by member: Member, grants: [AccessGrant]
    ) -> ReadingGround? {
        if !isSealed, feedback.agent.id == member.id || feedback.enteredBy?.id == member.id { return .agent }
        if member.has(.administrator) { return .administrator }
        if let grant = grants.first { return .grant(grant.id) }
        return nil
    }
}

/// Why a person may read a record's content; written into the audit entry of the reading.
enum ReadingGround: Sendable, Hashable {
    case author
    /// The agent of the project, or the person who entered the feedback.
    case agent
    case administrator
    case grant(AccessGrant.ID)
}
