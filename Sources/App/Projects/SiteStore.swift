import GRDB

/// Fetches the project that a form is opened for, within the member's scope (ACC-12).
enum SiteStore {
    /// - Returns: nil for a project that does not exist or is outside the scope.
    static func project(_ db: Database, _ id: Project.ID, for member: Member) throws -> Project? {
        switch Permissions.sites(for: member) {
        case .all: return try ProjectStore.fetch(db, id)
        case .visited(let technician):
            return try wasSent(db, technician, to: id) ? try ProjectStore.fetch(db, id) : nil
        case .none: return nil
        }
    }

    /// A customer's projects within the scope, the latest first.
    static func projects(_ db: Database, of customer: Customer.ID, for member: Member) throws -> [Project] {
        switch Permissions.sites(for: member) {
        case .all: return try ProjectStore.fetchSummaries(db, ofCustomer: customer).map(\.project)
        case .visited(let technician):
            return try ProjectStore.fetchSummaries(db, ofCustomer: customer).map(\.project)
                .filter { try wasSent(db, technician, to: $0.id) }
        case .none: return []
        }
    }

    private static func wasSent(_ db: Database, _ technician: Member.ID, to project: Project.ID) throws -> Bool {
        try Bool.fetchOne(
            db,
            cached: """
                SELECT EXISTS (SELECT 1 FROM work_order o JOIN visit v ON v.order_id = o.id
                    WHERE o.project_id = ? AND v.technician_id = ? AND v.state <> 'withdrawn')
                """,
            arguments: [project, technician]) ?? false
    }
}
