import Forms
import Foundation
import Markup
import Rulebooks

/// The work list of the day: an agent's follow-ups; for administrators, escalations and pending decisions.
struct TodayPage: Page {
    static let template = "follow-ups/today/index"
    let values: PageValues

    /// - Parameter callHours: why it is not a time to call now.
    init(_ work: TodayWork, callHours: String?, member: Member, now: Date, words follow: FollowUpWords) {
        let words = follow.words
        let calls = work.calls.map { Self.calls($0, now: now, follow) }
        let visits = work.visits.map { VisitDayValues.values($0, now: now, today: follow.today, words) }
        let issues = work.issues.flatMap { Self.issues($0, work.standings, now: now, follow) }
        let enquiries = work.enquiries.flatMap { Self.enquiries($0, now: now, follow) }
        let orders = work.orders.flatMap { Self.orders($0, now: now, follow) }
        let cash = work.cash.flatMap { Self.cash($0, words) }
        let rate = work.rates.map { Self.rate($0, of: member, follow) }
        let request = { (one: AccessRequest) in AccessRequestRow.values(one, words: words, today: follow.today) }
        values = [
            "heading": .text(words("today.heading", ["day": words.day(follow.today)])),
            "weekday": .text(words.weekday(follow.today)),
            "calls": .optional(calls), "visits": .optional(visits), "issues": .optional(issues),
            "enquiries": .optional(enquiries), "orders": .optional(orders), "cash": .optional(cash),
            "rate": .optional(rate),
            "hours": calls == nil ? .none : .optional(callHours),
            "decided": .list(work.decided.map(request)), "hasDecided": .flag(!work.decided.isEmpty),
            "isAdministrator": .flag(member.has(.administrator)),
            "pending": .list(work.pending.map(request)), "hasPending": .flag(!work.pending.isEmpty),
            "excuses": .list(work.excuses.map { Self.excuse($0, follow) }),
            "hasExcuses": .flag(!work.excuses.isEmpty),
            "unreachable": .list(work.unreachable.map { FollowUpRow.values($0, follow) }),
            "hasUnreachable": .flag(!work.unreachable.isEmpty),
            "isIdle": .flag(
                [calls, visits, issues, enquiries, orders, cash, rate].allSatisfy { $0 == nil } && work.decided.isEmpty),
            "idleText": .text(words("today.idle")), "idleLinks": .list(Self.elsewhere(for: member, words)),
            "searchHref": .text(Paths.customers),
            "canSearch": .flag(Permissions.may(member, .seeCustomers)),
        ]
    }

    /// Links for members without follow-ups or visits: managers and finance.
    private static func elsewhere(for member: Member, _ words: Words) -> [PageValues] {
        let places: [(Action, String, String)] = [
            (.exportIssues, "issues.board-title", Paths.issueBoard),
            (.seeWorkOrderBoard, "work-orders.board-title", Paths.workOrderBoard), (.seeFees, "nav.fees", Paths.fees),
        ]
        return places.filter { Permissions.may(member, $0.0) }.map {
            ["label": .text(words($0.1)), "href": .text($0.2)]
        }
    }

    /// Issues that wait for the member; nil when there are none (ISS-3).
    private static func issues(
        _ board: IssueBoard, _ standings: IssueStandings, now: Date, _ follow: FollowUpWords
    ) -> PageValues? {
        guard board.parts.contains(where: { $0.count > 0 }) else { return nil }
        let words = IssueWords(rulebook: follow.rulebook, words: follow.words, now: now)
        let shown = board.pressing
        return [
            "boardHref": .text(Paths.issueBoard), "rows": .list(shown.map { words.row($0, standings) }),
            "hasRows": .flag(!shown.isEmpty),
            "figures": .list(
                board.parts.map {
                    [
                        "href": .text("\(Paths.issueBoard)#\($0.name.rawValue)"), "count": .number($0.count),
                        "label": .text(follow.words("issues.board.\($0.name.rawValue)")),
                    ]
                }),
        ]
    }

    /// Enquiries due today; nil when there are none (WEB-1, WEB-2).
    private static func enquiries(_ all: EnquiriesToday, now: Date, _ follow: FollowUpWords) -> PageValues? {
        guard !all.isEmpty else { return nil }
        let figures: [(String, Int)] = [
            ("unanswered", all.unanswered), ("late", all.late), ("appointments", all.appointments),
            ("second-follow-ups", all.secondFollowUps),
        ]
        let href = Paths.with(Paths.enquiries, [("state", EnquiryFilter.today)])
        return [
            "href": .text(href),
            "rows": .list(all.rows.map { EnquiryRow.values($0, now: now, today: follow.today, follow.words) }),
            "figures": .list(
                figures.filter { $0.1 > 0 }.map { name, count in
                    [
                        "label": .text(follow.words("today.enquiries.\(name)")), "count": .number(count),
                        "href": .text(href),
                    ]
                }),
        ]
    }

    private static func excuse(_ request: ExcuseRequest, _ follow: FollowUpWords) -> PageValues {
        FollowUpRow.values(request.followUp, follow).merging([
            "name": .text(request.memberName), "why": .text(request.reason),
            "time": .text(follow.moment(request.requestedAt)),
        ]) { _, own in own }
    }

    /// The week's follow-up rate: one's own, and the company's for those in charge of it (CAD-5).
    private static func rate(_ rates: [AgentRate], of member: Member, _ follow: FollowUpWords) -> PageValues {
        let week = Week(of: follow.today)
        let shown = RateValues(period: week.days, target: follow.rulebook.target, words: follow.words)
        let agent: Member.ID? =
            switch Permissions.rates(for: member) {
            case .all: nil
            case .ofMember(let id): id
            }
        return shown.section(rates.total, of: agent).merging([
            "heading": .text(follow.words(agent == nil ? "rate.company-week" : "rate.my-week")),
            "period": .text(follow.words.window(week.monday, week.sunday)),
            "weeksHref": .text(Paths.rate(of: week)),
        ]) { own, _ in own }
    }

    private static func calls(_ list: TodayList, now: Date, _ follow: FollowUpWords) -> PageValues {
        let words = follow.words
        let shown = list.callbacks + list.calls
        let waiting = list.overdueCount + list.dueCount + list.callbacks.count
        return [
            "rows": .list(shown.map { FollowUpRow.toDo($0, follow, now: now) }),
            "isEmpty": .flag(shown.isEmpty),
            "emptyTitle": .text(words("today.empty-title")),
            "emptyText": .text(
                list.nextOpening.map { words("today.next-opening", ["day": words.day($0)]) }
                    ?? words("today.nothing-planned")),
            "figures": .list([
                figure(.callback, words("today.callbacks"), list.callbacks.count),
                figure(.overdue, words("today.overdue"), list.overdueCount),
                figure(.due, words("today.due"), list.dueCount),
            ]),
            "week": .text(words("today.done-this-week", ["count": String(list.doneThisWeek)])),
            "later": list.laterCallbacks > 0
                ? .text(words("today.later-callbacks", ["count": String(list.laterCallbacks)])) : .none,
            "laterHref": .text(Paths.with(Paths.followUps, [("state", "callback"), ("agent", "me")])),
            "more": waiting > shown.count
                ? .text(words("today.more", ["count": String(waiting - shown.count)])) : .none,
            "moreHref": .text(Paths.with(Paths.followUps, [("agent", "me")])),
        ]
    }

    private static func figure(_ state: FollowUp.State, _ label: String, _ count: Int) -> PageValues {
        [
            "badge": .badge(state.look, label), "count": .number(count),
            "href": .text(Paths.with(Paths.followUps, [("state", state.rawValue), ("agent", "me")])),
        ]
    }
}
