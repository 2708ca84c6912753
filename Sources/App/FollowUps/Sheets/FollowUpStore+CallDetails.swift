import Forms
import Foundation
import GRDB
import Rulebooks

extension FollowUpStore {
    /// - Returns: nil when there is no such follow-up.
    /// - Parameters:
    ///   - member: who is shown the phones.
    ///   - start: the first moment of the day.
    func briefing(
        for followUp: FollowUp, on today: Day, since start: Date, to member: Member.ID
    ) async throws -> CallDetails? {
        try await database.read { db in
            let customer = try StoredRow.fetchOne(
                db,
                cached: """
                    SELECT c.name, c.form_of_address, c.is_key, p.site_address
                    FROM customer c JOIN project p ON p.customer_id = c.id WHERE p.id = ?
                    """,
                arguments: [followUp.projectID])
            guard let customer else { return nil }
            let life = try ProjectStore.fetchLife(db, followUp.projectID)
            return try CallDetails(
                customerName: customer.value("name"), formOfAddress: customer.value("form_of_address"),
                isKeyCustomer: customer.value("is_key"), siteAddress: customer.value("site_address"),
                phones: try CustomerStore.fetchPhones(db, of: followUp.customerID),
                arePhonesNoted: try Self.werePhonesShown(db, of: followUp.customerID, to: member, since: start),
                people: try Self.people(db, on: followUp.projectID, at: today),
                milestones: MilestoneKind.allCases.compactMap { kind in life.milestones[kind].map { (kind, $0) } },
                otherFollowUps: try Self.fetchOfProject(db, followUp.projectID).filter { $0.id != followUp.id },
                attempts: try Self.fetchAttempts(db, followUp.id), steps: try Self.fetchSteps(db, of: followUp.id))
        }
    }

    /// Agents see phone numbers of due follow-ups without asking; that is audited once per day and person (ACC-8).
    /// - Parameter start: the first moment of the day.
    func notePhonesShown(of followUp: FollowUp, since start: Date, _ stamp: Stamp) async throws {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            guard try !Self.werePhonesShown(db, of: followUp.customerID, to: stamp.member, since: start) else { return }
            try audit.append(
                db, .phoneShown, .customer(followUp.customerID), stamp, detail: ["page": PhonePage.sheet.rawValue])
        }
    }

    private static func werePhonesShown(
        _ db: Database, of customer: Customer.ID, to member: Member.ID?, since start: Date
    ) throws -> Bool {
        try Bool.fetchOne(
            db,
            cached: """
                SELECT EXISTS (SELECT 1 FROM audit_entry WHERE subject_kind = 'customer' AND subject_id = ?
                    AND action = 'phone-shown' AND member_id = ? AND at >= ?)
                """,
            arguments: [customer, member, start]) ?? false
    }

    private static func people(_ db: Database, on project: Project.ID, at day: Day) throws -> [(
        duty: String, name: String
    )] {
        try StoredRow.fetchAll(
            db,
            cached: """
                SELECT a.duty, m.name FROM assignment a JOIN member m ON m.id = a.member_id
                WHERE a.project_id = ? AND a.since <= ? AND (a.until IS NULL OR a.until >= ?) ORDER BY a.id
                """,
            arguments: [project, day, day]
        ) { (try $0.value("duty"), try $0.value("name")) }
    }
}
