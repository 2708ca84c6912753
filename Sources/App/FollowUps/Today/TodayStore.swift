import Forms
import Foundation
import GRDB
import Rulebooks

/// Reads all that waits for a member, from one snapshot.
struct TodayStore: Sendable {
    let followUps: FollowUpStore
    let issues: IssueStore
    let zone: TimeZone

    /// Seconds for which decisions about one's own access requests are shown.
    private static let toldFor: TimeInterval = 2 * 86_400

    func work(of member: Member, on today: Day, at now: Date) async throws -> TodayWork {
        try await followUps.database.read { db in
            var work = TodayWork()
            if member.has(.agent) {
                work.calls = try FollowUpStore.today(
                    db, for: member.id, on: today, endOfDay: today.adding(days: 1).start(in: zone))
            }
            if member.has(.technician) { work.visits = try VisitStore.day(db, of: member.id, on: today) }
            if Permissions.may(member, .exportIssues) {
                let board = try issues.board(db, for: member, at: now)
                work.standings = try issues.standings(db, of: board.pressing, at: now)
                work.issues = board
            }
            if Permissions.may(member, .handleEnquiries) { work.enquiries = try EnquiryStore.today(db, today, at: now) }
            if Permissions.may(member, .manageWorkOrders) {
                work.orders = try WorkOrderStore.board(
                    db, for: Permissions.workOrders(for: member), at: now, in: zone)
            }
            if Permissions.may(member, .confirmFees) {
                work.cash = try FeeStore.open(db, .all).filter { $0.cash.state == .handedIn }
                    .sorted { one, other in one.since < other.since }
            }
            if Permissions.may(member, .seeRate) {
                work.rates = try FollowUpStore.rates(
                    db, in: Week(of: today).days, of: Permissions.rates(for: member))
            }
            work.decided = try AccessStore.decided(
                db, for: member, since: now.addingTimeInterval(-Self.toldFor), at: now)
            if member.has(.administrator) {
                work.pending = try AccessStore.list(db, .all, .page(1), at: now).rows.filter { $0.state == .pending }
            }
            if Permissions.may(member, .excuse) {
                work.excuses = try FollowUpStore.pendingExcuses(db)
                work.unreachable = try FollowUpStore.unreachable(db)
            }
            return work
        }
    }
}
