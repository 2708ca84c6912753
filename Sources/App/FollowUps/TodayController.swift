import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/today`: what to do now.
struct TodayController: Sendable {
    let followUps: FollowUpStore
    let access: AccessStore
    let visits: VisitStore
    let issues: IssueStore
    let enquiries: EnquiryStore
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let member = context.member
        let today = pages.today(context)
        let endOfDay = today.adding(days: 1).start(in: pages.zone)
        let words = FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: today)
        let mine =
            member.has(.agent) ? try await followUps.today(for: member.id, on: today, endOfDay: endOfDay) : nil
        let unreachable = Permissions.may(member, .excuse) ? try await followUps.unreachable() : []
        let excuses = Permissions.may(member, .excuse) ? try await followUps.pendingExcuses() : []
        let requests =
            member.has(.administrator) ? try await access.list(.all, page: 1, at: context.now) : []
        let week = Week(of: today)
        let rates =
            Permissions.may(member, .seeRate)
            ? try await followUps.rates(in: week.days, of: Permissions.rates(for: member)) : nil
        let times = CallbackTimes(
            now: context.now, zone: pages.zone, rulebook: followUps.rulebook, calendar: followUps.books.calendar)
        let day = member.has(.technician) ? try await visits.day(of: member.id, on: today) : nil
        let board =
            Permissions.may(member, .exportIssues) ? try await issues.board(for: member, at: context.now) : nil
        let asked =
            Permissions.may(member, .handleEnquiries) ? try await enquiries.today(today, at: context.now) : nil
        let page = TodayPage(
            mine: mine, visits: day, issues: board, enquiries: asked, rates: rates, hours: times.note(words.words),
            unreachable: unreachable,
            excuses: excuses,
            pending: requests.filter { $0.state == .pending },
            member: member, now: context.now, words: words)
        return try await pages.show(page, to: context)
    }
}
