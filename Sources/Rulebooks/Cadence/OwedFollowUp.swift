import Forms

/// One planned follow-up (CAD-2).
public struct OwedFollowUp: Sendable, Hashable, Codable {
    /// Unique in the project, and stable when dates move; for example "initial" or "warranty-9m".
    public let key: String
    public let stage: String
    public let channel: Channel
    /// The first day of the window, never on a statutory holiday.
    public let opens: Day
    /// The last day of the window.
    public let closes: Day
    public let questionnaire: String
    /// Counted from a planned day: shown as coming, but not due.
    public let isTentative: Bool
    public let reason: PlanReason

    public init(
        key: String, stage: String, channel: Channel, opens: Day, closes: Day,
        questionnaire: String, isTentative: Bool, reason: PlanReason
    ) {
        self.key = key
        self.stage = stage
        self.channel = channel
        self.opens = opens
        self.closes = closes
        self.questionnaire = questionnaire
        self.isTentative = isTentative
        self.reason = reason
    }
}

/// The reason of a follow-up's date, in codes and numbers to be formatted.
public struct PlanReason: Sendable, Hashable, Codable {
    /// The kind of rule.
    public enum Code: String, Sendable, Hashable, CaseIterable, Codable {
        case after
        case beforePlanned = "before-planned"
        case recurring
        case seasonal
        case event
    }

    public let code: Code
    /// The milestone that the window is counted from; nil for an event.
    public let milestone: MilestoneKind?
    /// The event's name; nil for a milestone.
    public let event: ProjectEvent.Name?
    /// The day of that milestone or event.
    public let day: Day
    /// Distance from that day to the window; before it when the code is `beforePlanned`, else after it.
    public let distance: Span
    public let circumstance: Circumstance?
    /// The holiday from which the opening was moved away, if it was.
    public let movedFrom: Day?

    public init(
        code: Code, milestone: MilestoneKind?, event: ProjectEvent.Name?, day: Day,
        distance: Span, circumstance: Circumstance?, movedFrom: Day?
    ) {
        self.code = code
        self.milestone = milestone
        self.event = event
        self.day = day
        self.distance = distance
        self.circumstance = circumstance
        self.movedFrom = movedFrom
    }
}
