import Foundation

/// One row of the throttle: its failures, and a visitor's assigned turn or a username's next free one.
struct ThrottleRecord: Sendable {
    let subject: ThrottleSubject
    private(set) var failures: SignInFailures?
    private(set) var turn: Date?

    /// The delay that this record alone causes. A username only causes turns, so that it is never locked out.
    func wait(at moment: Date) -> TimeInterval {
        switch subject.kind {
        case .own, .visitor: SignInThrottle.username.wait(after: failures, at: moment)
        case .address: SignInThrottle.address.wait(after: failures, at: moment)
        case .name: 0
        }
    }

    /// Assigns a turn to the visitor when strangers have failed at the username too often.
    /// - Returns: the seconds until the turn.
    static func takeTurns(_ records: inout [ThrottleRecord], at moment: Date) -> TimeInterval {
        guard let name = records.firstIndex(where: { $0.subject.kind == .name }),
            let visitor = records.firstIndex(where: { $0.subject.kind == .visitor }),
            SignInThrottle.username.left(of: records[name].failures, at: moment) >= SignInThrottle.username.free
        else { return 0 }
        let turn = SignInTurns.username.turn(own: records[visitor].turn, next: records[name].turn, at: moment)
        records[visitor].turn = turn.own
        records[name].turn = turn.next
        return max(0, turn.own.timeIntervalSince(moment))
    }

    func failed(at moment: Date) -> ThrottleRecord {
        var record = self
        switch subject.kind {
        case .own, .name: record.failures = SignInThrottle.username.adding(to: failures, at: moment)
        case .address: record.failures = SignInThrottle.address.adding(to: failures, at: moment)
        case .visitor:
            record.failures = SignInThrottle.username.adding(to: failures, at: moment)
            record.turn = nil
        }
        return record
    }

    /// One failure fewer; a visitor may try again at once.
    func back(turn: Date? = nil) -> ThrottleRecord {
        var record = self
        record.failures = failures.map { SignInFailures(count: max(0, $0.count - 1), last: $0.last) }
        if subject.kind == .visitor { record.turn = turn }
        return record
    }

    func cleared() -> ThrottleRecord { ThrottleRecord(subject: subject, failures: nil, turn: nil) }
}
