/// State machine of a work order, from the request to the confirmed fee (SVC-2).
enum WorkOrderState: String, Sendable, CaseIterable {
    case requested, refused, approved, dispatched, accepted
    case onSite = "on-site"
    case reported, confirmed
    case handedIn = "handed-in"
    case closed, cancelled

    /// The one definition of the allowed transitions.
    func mayBecome(_ next: WorkOrderState) -> Bool { followers.contains(next) }

    /// Whether this state comes later than `other`.
    func isBeyond(_ other: WorkOrderState) -> Bool { place > other.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Back to approved: another visit must be dispatched, since the last one was withdrawn or did not fix it.
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

    /// Whether visits can be dispatched.
    var takesVisits: Bool {
        switch self {
        case .approved, .dispatched, .accepted, .onSite: true
        case .requested, .refused, .reported, .confirmed, .handedIn, .closed, .cancelled: false
        }
    }

    /// Whether it is a final state.
    var isOver: Bool { followers.isEmpty }

    /// Whether it comes after the visits, and so needs all of them to have ended.
    var isAfterTheVisits: Bool {
        switch self {
        case .reported, .confirmed, .handedIn, .closed: true
        case .requested, .refused, .approved, .dispatched, .accepted, .onSite, .cancelled: false
        }
    }

    /// Whether reaching it means that a technician has arrived.
    var meansArrival: Bool { self == .onSite || isAfterTheVisits }
}
