import Forms

/// How a follow-up reaches the customer (CAD-2).
public enum Channel: String, Sendable, Hashable, CaseIterable, Codable {
    case phone
    case visit
    case letter
    case sms
}

/// One rule of a rulebook's cadence: what is owed, and what makes it so.
public struct CadenceRule: Sendable, Hashable {
    /// Unique in the rulebook; the keys of its follow-ups begin with it.
    public let key: String
    public let stage: String
    public let channel: Channel
    public let questionnaire: String
    public let trigger: Trigger
    public let circumstance: Circumstance?
}

/// What a rule counts its windows from.
public enum Trigger: Sendable, Hashable {
    /// A window of days after a milestone has been reached.
    case after(Anchor, Window)
    /// A window before a planned milestone; not owed when the milestone was reached before the window opened.
    case beforePlanned(MilestoneKind, opens: Int, closes: Int)
    /// At each age of the anchor that the steps name, each window open that many days.
    case recurring(Anchor, steps: [RecurringStep], openDays: Int)
    /// At an interval that depends on the season of the year, each window open that many days.
    case seasonal(Anchor, inSeason: Span, offSeason: Span, openDays: Int)
    /// A window after each event that has one of the names.
    case event(names: [ProjectEvent.Name], Window)
}

/// Which of several milestones a rule counts from.
public enum Anchor: Sendable, Hashable {
    /// The latest of them; nothing is owed before all are reached.
    case latest(of: [MilestoneKind])
    /// The first in the list that has been reached and fits the rule's circumstance.
    case first(of: [MilestoneKind])

    public var milestones: [MilestoneKind] {
        switch self {
        case .latest(let kinds), .first(let kinds): kinds
        }
    }
}

/// The first day of a window, counted from its anchor, and how many days it is open, first and last one counted.
public struct Window: Sendable, Hashable {
    public let opens: Span
    public let openDays: Int
}

/// Ages at which something recurs: `first`, then every `every` up to and with `last`, or for ever; all in one unit.
public struct RecurringStep: Sendable, Hashable {
    public let every: Span
    public let first: Span
    public let last: Span?
}

/// A fact about the project without which a rule owes nothing.
public enum Circumstance: String, Sendable, Hashable, CaseIterable, Codable {
    /// The work was completed later than planned.
    case completedLate = "completed-late"
    /// Somebody else than the customer settled the milestone.
    case handledByOther = "handled-by-other"
    /// The customer's feedback form has not come in.
    case noFeedback = "no-feedback"
}
