import GRDB
import Synchronization

/// Readings that nearly every page asks for and that seldom change, kept until one of their tables does.
///
/// Whoever changes such a table need not know: the database itself tells of it, after the commit and before the answer.
final class KeptReadings: TransactionObserver, Sendable {
    private let state = Mutex(State())

    /// What a kept reading is made from.
    enum Tables: CaseIterable {
        case staff

        var names: Set<String> {
            switch self {
            // Roles change together with their member, whose version counts them; SQLite tells nothing of changes in
            // tables WITHOUT ROWID.
            case .staff: ["member"]
            }
        }
    }

    private struct State {
        var readings: [ObjectIdentifier: Reading] = [:]
        /// Tables that the open transaction has changed.
        var touched: Set<String> = []
        /// Commits so far that changed a table.
        var changes = 0
    }

    private struct Reading {
        let tables: Tables
        let value: any Sendable
    }

    /// The kept value of that type, or a new one, which is then kept.
    /// - Parameters:
    ///   - tables: all that it is read from; GRDB tells of changes to these alone.
    ///   - read: reads what all commits so far have left.
    func value<Value: Sendable>(of tables: Tables, _ read: () throws -> Value) rethrows -> Value {
        let (kept, changes) = state.withLock { ($0.readings[ObjectIdentifier(Value.self)]?.value, $0.changes) }
        if let value = kept as? Value { return value }
        let value = try read()
        state.withLock { state in
            // What was committed meanwhile may not be in it.
            guard state.changes == changes else { return }
            state.readings[ObjectIdentifier(Value.self)] = Reading(tables: tables, value: value)
        }
        return value
    }

    func observes(eventsOfKind kind: DatabaseEventKind) -> Bool { Self.tables.contains(kind.tableName) }

    private static let tables: Set<String> = Tables.allCases.reduce(into: Set()) { $0.formUnion($1.names) }

    func databaseDidChange(with event: DatabaseEvent) {
        state.withLock { _ = $0.touched.insert(event.tableName) }
    }

    func databaseDidCommit(_ db: Database) {
        state.withLock { state in
            guard !state.touched.isEmpty else { return }
            state.readings = state.readings.filter { $0.value.tables.names.isDisjoint(with: state.touched) }
            state.touched = []
            state.changes += 1
        }
    }

    func databaseDidRollback(_ db: Database) { state.withLock { $0.touched = [] } }
}
