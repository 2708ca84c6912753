import Forms
import Foundation
import Rulebooks

/// A stored follow-up for `PlanSync`: its key, its window, and whether it may be moved.
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
    /// Whether it was worked on: an attempt, a callback or a draft.
    let hasHistory: Bool

    /// Owed ones follow the plan; so do those excused by the plan itself.
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

    /// The reason in its stored form: JSON with sorted keys, formatted only when shown.
    static func text(_ reason: PlanReason) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(reason)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
