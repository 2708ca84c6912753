import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/today`: the work list of the day.
struct TodayController: Sendable {
    let followUps: FollowUpStore
    let access: AccessStore
    let visits: VisitStore
    let issues: IssueStore
    let enquiries: EnquiryStore
    let pages: PageResponder

    /// Seconds for which decisions about one's own access requests are shown.
    private static let toldFor: TimeInterval = 2 * 86_400

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let words = FollowUpWords(
            rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
        let page = TodayPage(
            try await work(of: context.member, words, context), member: context.member, now: context.now, words: words)
        return try await pages.show(page, to: context)
    }

    private func work(
        of member: Member, _ words: FollowUpWords, _ context: MemberContext
    ) async throws -> TodayWork {
        let (today, now) = (words.today, context.now)
        var work = TodayWork()
        if member.has(.agent) {
            let endOfDay = today.adding(days: 1).start(in: pages.zone)
            work.calls = try await followUps.today(for: member.id, on: today, endOfDay: endOfDay)
            work.hours =
                CallbackTimes(
                    now: now, zone: pages.zone, rulebook: followUps.rulebook, calendar: followUps.rules.calendar
                ).note(words.words)
        }
        if member.has(.technician) { work.visits = try await visits.day(of: member.id, on: today) }
        if Permissions.may(member, .exportIssues) {
            let board = try await issues.board(for: member, at: now)
            work.standings = try await issues.standings(of: board.pressing, at: now)
            work.issues = board
        }
        if Permissions.may(member, .handleEnquiries) { work.enquiries = try await enquiries.today(today, at: now) }
        if Permissions.may(member, .seeRate) {
            work.rates = try await followUps.rates(in: Week(of: today).days, of: Permissions.rates(for: member))
        }
        work.decided = try await access.decided(for: member, since: now.addingTimeInterval(-Self.toldFor), at: now)
        if member.has(.administrator) {
            work.pending = try await access.list(.all, .page(1), at: now).rows.filter { $0.state == .pending }
        }
        if Permissions.may(member, .excuse) {
            work.excuses = try await followUps.pendingExcuses()
            work.unreachable = try await followUps.unreachable()
        }
        return work
    }
}
