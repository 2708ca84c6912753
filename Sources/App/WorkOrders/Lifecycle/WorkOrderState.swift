/// The state machine of a work order, from the request to the confirmed fee (SVC-2).
enum WorkOrderState: String, Sendable, CaseIterable {
    case requested, refused, approved, dispatched, accepted
    case onSite = "on-site"
    case reported, confirmed
    case handedIn = "handed-in"
    case closed, cancelled

    /// The one place that says which step may follow on which.
    func mayBecome(_ next: WorkOrderState) -> Bool { followers.contains(next) }

    /// Whether an order that came to this has been further than `other` already.
    func isBeyond(_ other: WorkOrderState) -> Bool { place > other.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Back to approved means: another visit is to be dispatched, since the last one was withdrawn or did not fix it.
    private var followers: Set<WorkOrderState> {
        switch self {
        case .requested: [.approved, .refused, .cancelled]
        case .approved: [.dispatched, .cancelled]
        case .dispatched: [.accepted, .onSite, .reported, .approved, .cancelled]
        case .accepted: [.onSite, .reported, .dispatched, .approved, .cancelled]
        case .onSite: [.reported, .accepted, .dispatched, .approved, .cancelled]
        case .reported: [.confirmed, .handedIn, .closed, .approved]
        case .confirmed: [.handedIn, .closed, .approved]
        case .handedIn: [.closed, .approved]
        case .refused, .closed, .cancelled: []
        }
    }

    /// Whether somebody, or somebody else too, can be sent.
    var takesVisits: Bool {
        switch self {
        case .approved, .dispatched, .accepted, .onSite: true
        case .requested, .refused, .reported, .confirmed, .handedIn, .closed, .cancelled: false
        }
    }

    /// Whether nothing can happen to it any more.
    var isOver: Bool { followers.isEmpty }

    /// Whether it says what became of the visits, and so waits for the last of them.
    var isAfterTheVisits: Bool {
        switch self {
        case .reported, .confirmed, .handedIn, .closed: true
        case .requested, .refused, .approved, .dispatched, .accepted, .onSite, .cancelled: false
        }
    }

    /// Whether somebody stood before the customer's door when an order came to this.
    var meansArrival: Bool { self == .onSite || isAfterTheVisits }
}
