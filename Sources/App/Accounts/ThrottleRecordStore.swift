import Foundation
import GRDB

/// What failed attempts are counted against.
struct ThrottleSubject: Hashable, Sendable {
    enum Kind: Sendable {
        /// A known browser or a session: nobody else counts there.
        case own
        /// A username, whoever tries it.
        case name
        /// A network, whatever name it tries.
        case address
        /// One network that tries one username.
        case visitor
    }

    let kind: Kind
    let id: String

    /// Whether others count there as well.
    var isShared: Bool {
        switch kind {
        case .own, .visitor: false
        case .name, .address: true
        }
    }
}

/// One row of the throttle: failures, and the turn that a visitor was given, or the first that a name has to give.
struct ThrottleRecord: Sendable {
    let subject: ThrottleSubject
    private(set) var failures: SignInFailures?
    private(set) var turn: Date?

    /// How long this one alone makes somebody wait. A name does so by turns only, so that it is never shut.
    func wait(at moment: Date) -> TimeInterval {
        switch subject.kind {
        case .own, .visitor: SignInThrottle.username.wait(after: failures, at: moment)
        case .address: SignInThrottle.address.wait(after: failures, at: moment)
        case .name: 0
        }
    }

    /// Gives the visitor a turn if strangers have failed at the name too often.
    /// - Returns: the seconds until it.
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

    /// With one failure fewer; a visitor may come again at once.
    func back(turn: Date? = nil) -> ThrottleRecord {
        var record = self
        record.failures = failures.map { SignInFailures(count: max(0, $0.count - 1), last: $0.last) }
        if subject.kind == .visitor { record.turn = turn }
        return record
    }

    func cleared() -> ThrottleRecord { ThrottleRecord(subject: subject, failures: nil, turn: nil) }

    static func fetch(_ db: Database, _ subject: ThrottleSubject) throws -> ThrottleRecord {
        let row = try Row.fetchOne(
            db, sql: "SELECT failures, last_failure_at, turn_at FROM sign_in_throttle WHERE subject = ?",
            arguments: [subject.id])
        guard let row else { return ThrottleRecord(subject: subject, failures: nil, turn: nil) }
        return try ThrottleRecord(
            subject: subject,
            failures: SignInFailures(count: row.value("failures"), last: row.value("last_failure_at")),
            turn: row.value("turn_at"))
    }

    /// Keeps it, unless there is nothing to keep.
    func store(_ db: Database, at moment: Date) throws {
        guard failures != nil || turn != nil else {
            try db.execute(sql: "DELETE FROM sign_in_throttle WHERE subject = ?", arguments: [subject.id])
            return
        }
        try db.execute(
            sql: """
                INSERT INTO sign_in_throttle (subject, failures, last_failure_at, turn_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures,
                    last_failure_at = excluded.last_failure_at, turn_at = excluded.turn_at
                """,
            arguments: [subject.id, failures?.count ?? 0, failures?.last ?? moment, turn])
    }
}
