import GRDB

/// Holds what opens sealed records against what the trail says was decided: a row that somebody put into the database,
/// stretched or took away has no entry that fits (ACC-5).
enum GrantCheckStore {
    /// The first grant that the trail does not prove, or proves and has lost.
    static func firstUnproven(_ db: Database) throws -> AccessGrant.ID? {
        try AccessGrant.ID.fetchOne(db, sql: unproven)
    }

    private static let unproven = """
        SELECT g.id FROM access_grant g WHERE NOT EXISTS (
            SELECT 1 FROM audit_entry e WHERE e.action = 'access-approved' AND e.grant_id = g.id
                AND e.subject_id = g.request_id AND e.project_id = g.project_id AND e.member_id = g.granted_by
                AND e.detail ->> 'until' = g.expires_at AND e.at = g.granted_at
                AND ifnull(e.detail ->> 'scope', \(scope)) = \(scope))
            OR NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.action = 'access-requested'
                AND e.subject_id = g.request_id AND e.member_id = g.member_id)
        UNION ALL SELECT e.grant_id FROM audit_entry e WHERE e.action = 'access-approved'
            AND NOT EXISTS (SELECT 1 FROM access_grant g WHERE g.id = e.grant_id)
        UNION ALL SELECT v.grant_id FROM access_revocation v WHERE NOT EXISTS (
            SELECT 1 FROM audit_entry e WHERE e.action = 'access-revoked' AND e.grant_id = v.grant_id)
        UNION ALL SELECT e.grant_id FROM audit_entry e WHERE e.action = 'access-revoked'
            AND NOT EXISTS (SELECT 1 FROM access_revocation v WHERE v.grant_id = e.grant_id)
        LIMIT 1
        """

    /// What a grant opens, as its entry names it.
    private static let scope = """
        CASE WHEN g.follow_up_id IS NOT NULL THEN 'follow-up-' || g.follow_up_id
            WHEN g.feedback_id IS NOT NULL THEN 'feedback-' || g.feedback_id ELSE 'project' END
        """
}
