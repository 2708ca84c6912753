import Foundation
import Rulebooks

/// Deadlines of an issue: a pure function of its events and of the terms that it was raised under, so that the same
/// events give the same figures on any later day (ISS-3).
struct IssueClock: Sendable {
    let deadlines: [IssueDeadline]
    let pauses: IssuePauses
    private let terms: IssueTerms
    private let time: CountedTime
    private let wallTime: CountedTime

    init(_ events: [IssueEvent], urgency: Urgency, under terms: IssueTerms, in zone: TimeZone) {
        self.terms = terms
        pauses = IssuePauses(events)
        time = terms.countedTime(pauses: pauses.spans, in: zone)
        wallTime = terms.wallTime(pauses: pauses.spans, in: zone)
        deadlines =
            IssueDeadlines(events: events, urgency: urgency, terms: terms, time: time, wallTime: wallTime).all
    }

    /// The next open deadline; paused ones come last.
    var next: IssueDeadline? {
        deadlines.filter { !$0.isMet }.min { ($0.dueAt ?? .distantFuture) < ($1.dueAt ?? .distantFuture) }
    }

    /// All misses until `now`, by time: the first is escalated to one superior, each later one to the next.
    func misses(at now: Date) -> [IssueMiss] {
        let missed = deadlines.flatMap { deadline in deadline.misses(at: now).map { (deadline.kind, $0) } }
            .sorted { ($0.1, $0.0.rawValue) < ($1.1, $1.0.rawValue) }
        return missed.enumerated().map { place, miss in
            let told = place == 0 ? terms.limits.firstMiss : terms.limits.secondMiss
            return IssueMiss(kind: miss.0, at: miss.1, told: told)
        }
    }

    /// When the next miss will be, if nothing happens until then.
    func nextMiss(after now: Date) -> Date? {
        deadlines.filter { !$0.isMet }.flatMap { [$0.dueAt, $0.dueAgainAt] }.compactMap { $0 }.filter { $0 > now }.min()
    }

    /// How a deadline stands, in counted time before or after it.
    func standing(of deadline: IssueDeadline, at now: Date) -> IssueStanding {
        let time = deadline.kind == .arrival ? wallTime : time
        if let met = deadline.metAt {
            guard let due = deadline.dueAt, due < met else { return .met }
            return .metLate(time.seconds(from: due, to: met))
        }
        guard let due = deadline.dueAt else {
            return .paused(max(0, deadline.whole - time.seconds(from: deadline.since, to: now)))
        }
        if due <= now { return .late(time.seconds(from: due, to: now)) }
        let left = time.seconds(from: now, to: due)
        return left <= deadline.whole * Double(terms.limits.warningPercent) / 100 ? .near(left) : .ahead(left)
    }
}
