import GRDB

/// Compares grants with the audit trail: one that was inserted, extended or deleted directly in the database has no
/// matching entry (ACC-5).
enum GrantCheckStore {
    /// The first grant without a matching entry, or the first entry whose grant is missing.
    static func firstUnproven(_ db: Database) throws -> AccessGrant.ID? {
        try AccessGrant.ID.fetchOne(db, cached: unproven)
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

    /// The scope of a grant, as its audit entry writes it.
    private static let scope = """
        CASE WHEN g.follow_up_id IS NOT NULL THEN 'follow-up-' || g.follow_up_id
            WHEN g.feedback_id IS NOT NULL THEN 'feedback-' || g.feedback_id ELSE 'project' END
        """
}
