import Forms
import Foundation
import Rulebooks

/// The deadline that comes next, by the recorded steps (ISS-3).
struct IssueDue: Sendable, Hashable {
    enum Purpose: String, Sendable, CaseIterable {
        case referral, answer, arrival, promise
    }

    let purpose: Purpose
    let at: Date

    /// Within how many hours the customer gets a first answer.
    private static let answerHours = 24.0

    /// - Returns: nil while nothing is owed by the company: it waits for somebody else, or is solved.
    static func next(
        _ events: [IssueEvent], _ life: IssueLife, urgency: Urgency, needsSomebodyThere: Bool, _ rulebook: Rulebook,
        in zone: TimeZone
    ) -> IssueDue? {
        guard let raised = events.first?.at, life.pause == nil, !life.state.isSolved else { return nil }
        guard life.state != .new else {
            return IssueDue(purpose: .referral, at: Day(raised, in: zone).adding(days: 1).start(in: zone))
        }
        let arrival = rulebook.arrival.latest(
            after: raised, concernsWaterOrElectricity: urgency == .waterElectricity)
        let wasThere = events.contains { $0.happening == .arrived || $0.happening == .visited }
        let owed: [IssueDue] = [
            life.isAnswered ? nil : IssueDue(purpose: .answer, at: raised.addingTimeInterval(answerHours * 3600)),
            needsSomebodyThere && !wasThere ? IssueDue(purpose: .arrival, at: arrival) : nil,
            promise(events).map { IssueDue(purpose: .promise, at: $0) },
        ].compactMap { $0 }
        return owed.min { $0.at < $1.at }
    }

    /// The latest promise that was not answered since.
    private static func promise(_ events: [IssueEvent]) -> Date? {
        events.reduce(nil) { open, event in
            switch event.happening {
            case .promised(let at): at
            case .answered, .solved, .verified, .triaged, .reopened: nil
            case .raised, .categorised, .referred, .accepted, .handedBack, .transferred, .disputed, .ruled, .paused,
                .resumed, .ordered, .arrived, .visited, .closed:
                open
            }
        }
    }
}
