import Forms
import Rulebooks

/// Two milestone dates in an implausible order; they are kept, and pointed out.
struct DateDisagreement: Sendable, Hashable {
    let earlier: MilestoneKind
    let earlierDay: Day
    /// The milestone that should come second, but has the earlier date.
    let later: MilestoneKind
    let laterDay: Day
    let arePlanned: Bool

    /// Expected orders; each list is separate, since payments may fall anywhere among the works.
    private static let orders: [[MilestoneKind]] = [
        [.deposit, .contract, .started, .concealedWorks, .carpentersOut, .completed, .warrantyProcedure],
        [.contract, .midPayment, .finalPayment],
        [.contract, .secondPhase, .finalPayment],
    ]

    static func all(in milestones: [MilestoneKind: MilestoneDates]) -> [DateDisagreement] {
        var found: [DateDisagreement] = []
        for order in orders {
            for arePlanned in [false, true] {
                let dated = order.compactMap { kind in
                    (arePlanned ? milestones[kind]?.planned : milestones[kind]?.actual).map { (kind: kind, day: $0) }
                }
                for (first, second) in zip(dated, dated.dropFirst()) where first.day > second.day {
                    let pair = DateDisagreement(
                        earlier: first.kind, earlierDay: first.day, later: second.kind, laterDay: second.day,
                        arePlanned: arePlanned)
                    if !found.contains(pair) { found.append(pair) }
                }
            }
        }
        return found
    }

    func sentence(_ words: Words) -> String {
        words(
            arePlanned ? "milestones.disagreement.planned" : "milestones.disagreement.actual",
            [
                "earlier": words(earlier), "earlierDay": words.day(earlierDay),
                "later": arePlanned ? words(later) : words.title(later),
                "laterDay": words.day(laterDay),
            ])
    }
}
