import Foundation

/// State machine of an issue, computed from its events: its state, and what may follow (ISS-4).
struct IssueLife: Sendable, Hashable {
    private(set) var state = IssueState.new
    /// The department that it is with, or was referred to last.
    private(set) var department: String?
    private(set) var category: String?
    private(set) var pause: IssuePause?
    private(set) var isAnswered = false
    private(set) var closedAt: Date?

    /// The initial state, with the category that the issue was raised in.
    init(category: String?) {
        self.category = category
    }

    /// Replays recorded events; nil when they do not begin with raising.
    init?(_ events: [IssueEvent]) {
        guard case .raised(let category) = events.first?.happening else { return nil }
        self.init(category: category)
        for event in events.dropFirst() { record(event) }
    }

    /// Guard: why `happening` cannot follow; nil when it can.
    /// - Parameter days: for how many days after its closing an issue may be reopened.
    func refusal(of happening: IssueHappening, at now: Date, reopeningWithin days: Int) -> IssueRefusal? {
        switch happening {
        case .raised: .alreadyDone
        case .categorised(let other): state.isOpen ? (other == category ? .alreadyDone : nil) : .isClosed
        case .referred: state == .new ? nil : refusalOutOfTurn(isBehind: true)
        case .accepted, .handedBack:
            state == .referred || state == .reopened
                ? nil : refusalOutOfTurn(isBehind: state != .new && state != .disputed)
        case .transferred(let other):
            other == department && state.isWithDepartment ? .sameDepartment : refusalUnless(state.isWithDepartment)
        case .disputed: state == .disputed ? .alreadyDone : refusalUnless(state.isWithDepartment)
        case .ruled: state == .disputed ? nil : refusalOutOfTurn(isBehind: state.isSolved)
        case .promised(let time): time <= now ? .promiseInThePast : refusalUnless(state.isWorkedOn)
        case .paused: pause != nil ? .alreadyPaused : refusalUnless(state.isWorkedOn)
        case .resumed: pause == nil ? .notPaused : nil
        case .triaged, .answered, .ordered, .solved: refusalUnless(state.isWorkedOn)
        // A visit goes on regardless of the issue's state.
        case .arrived, .visited: state.isOpen ? nil : .isClosed
        case .verified: state == .solved ? nil : refusalOutOfTurn(isBehind: state == .verified)
        case .closed: refusalOfClosing
        case .reopened: refusalOfReopening(at: now, within: days)
        }
    }

    private func refusalUnless(_ isAllowed: Bool) -> IssueRefusal? {
        isAllowed ? nil : refusalOutOfTurn(isBehind: state.isSolved)
    }

    private func refusalOutOfTurn(isBehind: Bool) -> IssueRefusal {
        state == .closed ? .isClosed : isBehind ? .alreadyDone : .tooEarly
    }

    private var refusalOfClosing: IssueRefusal? {
        switch state {
        case .verified: nil
        case .closed: .isClosed
        case .new, .referred, .accepted, .inProgress, .solved, .reopened, .disputed:
            isAnswered ? .notVerified : .notAnswered
        }
    }

    private func refusalOfReopening(at now: Date, within days: Int) -> IssueRefusal? {
        switch state {
        case .solved, .verified: nil
        case .closed:
            closedAt.map { now.timeIntervalSince($0) <= Double(days) * 86_400 } ?? true ? nil : .tooLateToReopen
        case .reopened: .alreadyDone
        case .new, .referred, .accepted, .inProgress, .disputed: .tooEarly
        }
    }
}

extension IssueLife {
    /// Applies an event. Recorded events are not checked again: callers ask `refusal` before recording.
    mutating func record(_ event: IssueEvent) {
        switch event.happening {
        case .raised: break
        case .categorised(let other): category = other
        case .referred(let to), .transferred(let to), .ruled(let to): hand(to: to)
        case .accepted: state = .accepted
        case .handedBack: leave(for: .new)
        case .disputed: leave(for: .disputed)
        case .triaged(let isOurs): isOurs ? work() : explain()
        case .answered, .promised: answer()
        case .paused(let reason): pause = reason
        case .resumed: pause = nil
        case .ordered, .arrived, .visited: work()
        case .solved: leave(for: .solved)
        case .verified(let isContent): verify(isContent)
        case .closed: close(at: event.at)
        case .reopened: reopen()
        }
    }

    private mutating func hand(to other: String) {
        department = other
        leave(for: .referred)
    }

    /// A pause belongs to the department's work, and ends with it.
    private mutating func leave(for next: IssueState) {
        state = next
        pause = nil
    }

    private mutating func work() {
        if state.isWorkedOn { state = .inProgress }
    }

    private mutating func answer() {
        isAnswered = true
        work()
    }

    /// An issue that is not ours is settled once the customer was told why.
    private mutating func explain() {
        isAnswered = true
        leave(for: .solved)
    }

    private mutating func verify(_ isContent: Bool) {
        isAnswered = true
        leave(for: isContent ? .verified : .reopened)
    }

    private mutating func close(at time: Date) {
        closedAt = time
        leave(for: .closed)
    }

    private mutating func reopen() {
        closedAt = nil
        leave(for: .reopened)
    }
}
