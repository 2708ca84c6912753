import Foundation
import Rulebooks

/// Derives the deadlines from the events; neither a transfer nor a reopening restarts an old deadline (ISS-3, ISS-4).
struct IssueDeadlines {
    let events: [IssueEvent]
    let urgency: Urgency
    let terms: IssueTerms
    let time: CountedTime
    let wallTime: CountedTime

    var all: [IssueDeadline] {
        guard let raised = events.first else { return [] }
        return [referral(since: raised.at), answer(since: raised.at)] + (arrival(since: raised.at).map { [$0] } ?? [])
            + promises + renewedAnswers
    }

    private func referral(since raised: Date) -> IssueDeadline {
        let due =
            switch terms.limits.referral {
            case .sameDay: time.endOfDay(at: raised)
            case .hours(let hours): time.moment(Double(hours) * 3_600, after: raised)
            }
        return deadline(.referral, since: raised, due: due, met: first { $0.isReferral }?.at)
    }

    private func answer(since raised: Date) -> IssueDeadline {
        let met = first { $0.isAnswer }
        let due = byCategory(until: met?.place) { category in
            time.moment(Double(terms.answerHours(category)) * 3_600, after: raised)
        }
        return deadline(
            .answer, since: raised, due: due.at, met: met?.at, whole: Double(terms.answerHours(due.category)) * 3_600)
    }

    /// Nil when no visit is needed.
    private func arrival(since raised: Date) -> IssueDeadline? {
        let isUrgent = urgency == .waterElectricity
        let met = first { $0 == .arrived || $0.isSettlement }
        let due = byCategory(until: met?.place) { category in
            terms.arrivalHours(category, concernsWaterOrElectricity: isUrgent).flatMap {
                wallTime.moment(Double($0) * 3_600, after: raised)
            }
        }
        guard let hours = terms.arrivalHours(due.category, concernsWaterOrElectricity: isUrgent) else { return nil }
        return deadline(.arrival, since: raised, due: due.at, met: met?.at, whole: Double(hours) * 3_600)
    }

    private var promises: [IssueDeadline] {
        events.enumerated().compactMap { place, event in
            guard case .promised(let due) = event.happening else { return nil }
            return deadline(.promise, since: event.at, due: due, met: first(after: place) { $0.isAnswer }?.at)
        }
    }

    /// One per reopening, unless an answer was owed for an earlier one already.
    private var renewedAnswers: [IssueDeadline] {
        var found: [IssueDeadline] = []
        var answered = 0
        for (place, event) in events.enumerated() where event.happening.isReopening && place >= answered {
            let answer = first(after: place) { $0.isAnswer && !$0.isReopening }
            answered = answer?.place ?? events.count
            let hours = Double(terms.limits.answerHours) * 3_600
            found.append(
                deadline(
                    .renewedAnswer, since: event.at, due: time.moment(hours, after: event.at), met: answer?.at,
                    whole: hours))
        }
        return found
    }

    /// The deadline of the current category, or of an earlier one if that had passed before the change; one that would
    /// be past already at the change is due at the change.
    /// - Parameter end: index of the event that met the deadline; later changes of category do not count.
    private func byCategory(until end: Int?, _ due: (String?) -> Date?) -> (at: Date?, category: String?) {
        guard let first = events.first, case .raised(var category) = first.happening else { return (nil, nil) }
        var since = first.at
        for event in events.prefix(end ?? events.count) {
            guard case .categorised(let other) = event.happening else { continue }
            if let at = due(category).map({ max($0, since) }), at <= event.at { return (at, category) }
            (category, since) = (other, event.at)
        }
        return (due(category).map { max($0, since) }, category)
    }

    private func deadline(
        _ kind: IssueDeadline.Kind, since: Date, due: Date?, met: Date?, whole: TimeInterval? = nil
    ) -> IssueDeadline {
        let again = due.flatMap { time.moment(Double(terms.limits.answerHours) * 3_600, after: $0) }
        return IssueDeadline(
            kind: kind, since: since, dueAt: due, metAt: met.map { max($0, since) },
            whole: whole ?? due.map { time.seconds(from: since, to: $0) } ?? 0, dueAgainAt: again)
    }

    private func first(
        after place: Int = 0, _ isMeant: (IssueHappening) -> Bool
    ) -> (place: Int, at: Date)? {
        events.enumerated().dropFirst(place + 1).first { isMeant($0.element.happening) }.map {
            ($0.offset, $0.element.at)
        }
    }
}
