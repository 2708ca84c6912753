import Forms

/// Channel of a follow-up (CAD-2).
public enum Channel: String, Sendable, Hashable, CaseIterable, Codable {
    case phone
    case visit
    case letter
    case sms
}

/// One rule of a rulebook's cadence: the follow-up owed, and its trigger.
public struct CadenceRule: Sendable, Hashable {
    /// Unique in the rulebook; prefix of its follow-ups' keys.
    public let key: String
    public let stage: String
    public let channel: Channel
    public let questionnaire: String
    public let trigger: Trigger
    public let circumstance: Circumstance?
}

/// Trigger of a rule: what its windows are counted from.
public enum Trigger: Sendable, Hashable {
    /// A window after a milestone was reached.
    case after(Anchor, Window)
    /// A window before a planned milestone; not owed when the milestone was reached before the window opened.
    case beforePlanned(MilestoneKind, opens: Int, closes: Int)
    /// Recurring at the ages of the anchor that the steps list, each window open for so many days.
    case recurring(Anchor, steps: [RecurringStep], openDays: Int)
    /// Recurring at an interval by season, each window open for so many days.
    case seasonal(Anchor, inSeason: Span, offSeason: Span, openDays: Int)
    /// A window after each event with one of these names.
    case event(names: [ProjectEvent.Name], Window)
}

/// Anchor: which of several milestones a rule counts from.
public enum Anchor: Sendable, Hashable {
    /// The latest of them, once all are reached.
    case latest(of: [MilestoneKind])
    /// The first in the list that has been reached and meets the rule's circumstance.
    case first(of: [MilestoneKind])

    public var milestones: [MilestoneKind] {
        switch self {
        case .latest(let kinds), .first(let kinds): kinds
        }
    }
}

/// Offset of a window's first day from its anchor, and its length in days, first and last included.
public struct Window: Sendable, Hashable {
    public let opens: Span
    public let openDays: Int
}

/// Ages of a recurrence: `first`, then every `every` up to and including `last`, or for ever; all in one unit.
public struct RecurringStep: Sendable, Hashable {
    public let every: Span
    public let first: Span
    public let last: Span?
}

/// Precondition of a rule: a fact about the project.
public enum Circumstance: String, Sendable, Hashable, CaseIterable, Codable {
    /// The work was completed later than planned.
    case completedLate = "completed-late"
    /// Somebody other than the customer handled the milestone.
    case handledByOther = "handled-by-other"
    /// The customer's feedback form is missing.
    case noFeedback = "no-feedback"
}
