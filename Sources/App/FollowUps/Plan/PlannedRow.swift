import Forms
import Foundation
import Rulebooks

/// A stored follow-up as `PlanSync` sees it: its key, its window, and whether it may still be moved.
struct PlannedRow {
    let id: FollowUp.ID
    let state: FollowUp.StoredState
    let stage: String
    let channel: Channel
    let questionnaire: String
    let opens: Day
    let closes: Day
    let isTentative: Bool
    let reason: String
    let excusedBecause: String?
    /// Whether somebody worked on it: an attempt, an agreed time or a draft.
    let hasHistory: Bool

    /// Owed ones move with the plan; so do those that only the plan itself had excused.
    var followsPlan: Bool {
        switch state {
        case .owed: true
        case .notApplicable: excusedBecause == PlanSync.planChanged
        case .done, .unreachable: false
        }
    }

    func differs(from item: OwedFollowUp) -> Bool {
        state != .owed || stage != item.stage || channel != item.channel
            || questionnaire != item.questionnaire || opens != item.opens || closes != item.closes
            || isTentative != item.isTentative || reason != Self.text(item.reason)
    }

    /// The reason as stored: JSON with sorted keys, worded only when it is shown.
    static func text(_ reason: PlanReason) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(reason)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
