import Forms

/// Milestone: a dated event of a project (ARC-3).
public enum MilestoneKind: String, Sendable, Hashable, CaseIterable, Codable, CodingKeyRepresentable {
    case deposit
    case contract
    case started
    case concealedWorks = "concealed-works"
    case carpentersOut = "carpenters-out"
    case midPayment = "mid-payment"
    case secondPhase = "second-phase"
    case completed
    case finalPayment = "final-payment"
    case warrantyProcedure = "warranty-procedure"
    case purchased
}

/// Who handled a milestone: the customer in person, or somebody else for them (ARC-3).
public enum Handler: String, Sendable, Hashable, CaseIterable, Codable {
    case customer
    case other
}

/// The dates of a milestone, planned and actual, and who handled it.
public struct MilestoneDates: Sendable, Hashable, Codable {
    public let planned: Day?
    public let actual: Day?
    public let handledBy: Handler?

    public init(planned: Day? = nil, actual: Day? = nil, handledBy: Handler? = nil) {
        self.planned = planned
        self.actual = actual
        self.handledBy = handledBy
    }
}

/// The planner's input: the same life and rulebook always give the same plan (CAD-6).
public struct ProjectLife: Sendable, Hashable, Codable {
    public let registered: Day
    public let milestones: [MilestoneKind: MilestoneDates]
    public let events: [ProjectEvent]
    /// Whether the customer's feedback form has come in (FBK-4).
    public let hasFeedback: Bool

    public init(
        registered: Day,
        milestones: [MilestoneKind: MilestoneDates] = [:],
        events: [ProjectEvent] = [],
        hasFeedback: Bool = false
    ) {
        self.registered = registered
        self.milestones = milestones
        self.events = events
        self.hasFeedback = hasFeedback
    }

    /// The latest date in it, planned ones included; the horizon of a preview counts from it.
    public var lastKnownDay: Day {
        let dated = milestones.values.flatMap { [$0.planned, $0.actual] }.compactMap { $0 }
        return (dated + events.map(\.day)).reduce(registered, max)
    }
}
