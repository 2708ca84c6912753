/// Who may read what is sealed (ACC-2, ACC-3).
extension Permissions {
    /// On what ground a person may read the content of a record, if at all (ACC-2, ACC-3).
    /// - Parameter grants: the person's grants for this record that are in force at this moment.
    static func reading(of sheet: SheetFacts, by member: Member, grants: [AccessGrant]) -> ReadingGround? {
        if sheet.authorID == member.id, !sheet.isSealed { return .author }
        if member.has(.administrator) { return .administrator }
        if let grant = grants.first { return .grant(grant.id) }
        return nil
    }

    /// On what ground a person may read what a customer said: a sibling of the follow-up records (ACC-2, ACC-3).
    /// - Parameter grants: the person's grants for it that are in force at this moment.
    static func reading(
        of feedback: Feedback, isSealed: Bool, by member: Member, grants: [AccessGrant]
    ) -> ReadingGround? {
        if !isSealed, feedback.agent.id == member.id || feedback.enteredBy?.id == member.id { return .agent }
        if member.has(.administrator) { return .administrator }
        if let grant = grants.first { return .grant(grant.id) }
        return nil
    }
}

/// Why somebody may read a record's content; it is written into the audit entry of the reading.
enum ReadingGround: Sendable, Hashable {
    case author
    /// Of the project whose customer said it, or whoever entered it.
    case agent
    case administrator
    case grant(AccessGrant.ID)
}
