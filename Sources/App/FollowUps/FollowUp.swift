import Forms
import Foundation
import Rulebooks

/// Follow-up: one owed or done contact with a customer about a project, without its sealed content (ACC-2).
struct FollowUp: Sendable, Identifiable {
    let id: ID<FollowUp>
    let projectID: Project.ID
    let projectNumber: String
    let customerID: Customer.ID
    let customerName: String
    let stage: String
    let channel: Channel
    let questionnaire: String
    let opens: Day
    let closes: Day
    let isTentative: Bool
    let reason: String
    let agentID: Member.ID
    let agentName: String
    let state: StoredState
    let callbackAt: Date?
    let doneOn: Day?
    let excusedBecause: String?
    let attempts: Int
    let version: Int

    /// The stored state; the rest is computed from the window, so that an overdue follow-up cannot be lost (CAD-2a).
    enum StoredState: String, Sendable {
        case owed, done, unreachable
        case notApplicable = "not-applicable"
    }

    /// The displayed state (CAD-2).
    enum State: String, Sendable, CaseIterable {
        case planned, due, overdue, callback, done, unreachable
        case notApplicable = "not-applicable"
    }

    /// Whether it may still have to be made: owed, or escalated and undecided.
    var isOpen: Bool {
        switch state {
        case .owed, .unreachable: true
        case .done, .notApplicable: false
        }
    }

    /// Whether it left its agent's list without being made.
    var isClosedUndone: Bool {
        switch state {
        case .unreachable, .notApplicable: true
        case .owed, .done: false
        }
    }

    /// Whether it may be made: its window has opened, or the day of an agreed callback has come (CAD-10).
    func hasOpened(by moment: Date, in zone: TimeZone) -> Bool {
        let today = Day(moment, in: zone)
        if let callbackAt, Day(callbackAt, in: zone) <= today { return true }
        return !isTentative && opens <= today
    }

    func state(on today: Day) -> State {
        switch state {
        case .done: .done
        case .unreachable: .unreachable
        case .notApplicable: .notApplicable
        case .owed:
            if callbackAt != nil {
                .callback
            } else if isTentative || opens > today {
                .planned
            } else {
                closes < today ? .overdue : .due
            }
        }
    }
}

extension FollowUp.State {
    /// `FollowUp.state(on:)` in SQL, for table `f` and the day `:today`; a test compares both for every combination.
    var condition: String {
        switch self {
        case .planned: "f.state = 'owed' AND f.callback_at IS NULL AND (f.is_tentative = 1 OR f.opens_on > :today)"
        case .due: "\(Self.dueOrOverdue) AND f.closes_on >= :today"
        case .overdue: "f.state = 'owed' AND f.callback_at IS NULL AND f.is_tentative = 0 AND f.closes_on < :today"
        // Only owed follow-ups have a callback, which the schema checks; a further condition would select another
        // index.
        case .callback: "f.callback_at IS NOT NULL"
        case .done: "f.state = 'done'"
        case .unreachable: "f.state = 'unreachable'"
        case .notApplicable: "f.state = 'not-applicable'"
        }
    }

    /// Due or overdue, without agreed callbacks.
    static let dueOrOverdue =
        "f.state = 'owed' AND f.callback_at IS NULL AND f.is_tentative = 0 AND f.opens_on <= :today"
}

/// Metadata of a filed sheet, which is not sealed.
struct SheetFacts: Sendable {
    let followUpID: FollowUp.ID
    let projectID: Project.ID
    let authorID: Member.ID
    let authorName: String
    let submittedAt: Date
    let sealsAt: Date
    let filedAt: Date?
    let revisions: Int
    let version: Int
    /// Whether it was sealed when it was fetched (ACC-3).
    let isSealed: Bool
}
