import Forms

/// A dated event in the life of a project (ARC-3).
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

/// Who settled a milestone: the customer in person, or somebody else for them (ARC-3).
public enum Handler: String, Sendable, Hashable, CaseIterable, Codable {
    case customer
    case other
}

/// What is known about one milestone: when it should be, when it was, and who settled it.
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

/// All that a plan depends on: the same life and rulebook always give the same plan (CAD-6).
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

    /// The last day that this life names, planned days included: what a preview counts its horizon from.
    public var lastKnownDay: Day {
        let dated = milestones.values.flatMap { [$0.planned, $0.actual] }.compactMap { $0 }
        return (dated + events.map(\.day)).reduce(registered, max)
    }
}
