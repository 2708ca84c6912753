import Foundation
import GRDB
import Synchronization
import Testing

@testable import App

/// Changes that wait together share a commit, and each is as alone in it as before.
struct CommitQueueTests {
    private struct Refused: Error {}

    private let company: TestCompany

    init() async throws { company = try await TestCompany() }

    /// Holds the writer until all changes wait behind it, so that they are one group.
    private func together<Value: Sendable>(
        _ changes: [@Sendable (Database) throws -> Value]
    ) async -> [Result<Value, any Error>] {
        let (holding, going) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let database = company.database
        return await withTaskGroup(of: (Int, Result<Value, any Error>).self) { group in
            let first = Task {
                try await database.write { _ in
                    holding.signal()
                    going.wait()
                }
            }
            await Task { @Sendable in await Self.wait(for: holding) }.value
            for (number, change) in changes.enumerated() {
                group.addTask {
                    do {
                        return (number, .success(try await database.write(change)))
                    } catch {
                        return (number, .failure(error))
                    }
                }
            }
            while database.commits.count < changes.count { await Task.yield() }
            going.signal()
            _ = try? await first.value
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    private static func wait(for semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                semaphore.wait()
                continuation.resume()
            }
        }
    }

    private static func note(_ name: String) -> @Sendable (Database) throws -> Int {
        { db in
            try db.execute(
                cached: "INSERT INTO kept_count (source, number) VALUES (?, (SELECT count(*) FROM kept_count))",
                arguments: [name])
            return try Int.fetchOne(db, cached: "SELECT count(*) FROM kept_count") ?? 0
        }
    }

    private func noted() async throws -> [String] {
        try await company.database.read {
            try String.fetchAll($0, cached: "SELECT source FROM kept_count WHERE source LIKE 'test%' ORDER BY number")
        }
    }

    @Test("each sees what those before it in the group stored, and all of it is stored")
    func all() async throws {
        let results = await together((0..<40).map { Self.note("test \($0)") })
        #expect(Set(try results.map { try $0.get() }).count == 40)
        #expect(try await noted().count == 40)
    }

    @Test("one that fails is told so, and takes nothing of the others along")
    func failing() async throws {
        let failing: @Sendable (Database) throws -> Int = { db in
            _ = try Self.note("test that fails")(db)
            throw Refused()
        }
        let results = await together([Self.note("test 1"), failing, Self.note("test 2"), failing, Self.note("test 3")])
        #expect(results.map { (try? $0.get()) != nil } == [true, false, true, false, true])
        #expect(results.allSatisfy { if case .failure(let error) = $0 { error is Refused } else { true } })
        #expect(Set(try await noted()) == ["test 1", "test 2", "test 3"])
    }

    @Test("one for which the commit fails fails alone, and the others are stored")
    func failingAtCommit() async throws {
        let failing: @Sendable (Database) throws -> Int = { db in
            try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
            try db.execute(
                cached: """
                    INSERT INTO session (token_hash, member_id, started_at, seen_at, address, browser)
                    VALUES ('x', 999999, '2026-11-23', '2026-11-23', '', '')
                    """)
            return 0
        }
        let results = await together([Self.note("test 1"), failing, Self.note("test 2")])
        #expect(results.map { (try? $0.get()) != nil } == [true, false, true])
        #expect(Set(try await noted()) == ["test 1", "test 2"])
    }

    @Test("one whose failure ends the transaction of the group fails alone, too")
    func endingTheTransaction() async throws {
        let ending: @Sendable (Database) throws -> Int = { db in
            try db.execute(
                sql: "INSERT OR ROLLBACK INTO kept_count (source, number) VALUES ('customer', 1)")
            return 0
        }
        let results = await together([Self.note("test 1"), ending, Self.note("test 2")])
        #expect(results.map { (try? $0.get()) != nil } == [true, false, true])
        #expect(Set(try await noted()) == ["test 1", "test 2"])
    }

    @Test("what one wants done after the commit is done for it alone, in order, and not for one that failed")
    func effects() async throws {
        let done = Mutex<[String]>([])
        let effects = company.database.effects
        let noting = { @Sendable (name: String, fails: Bool) -> @Sendable (Database) throws -> Int in
            { _ in
                effects.add { done.withLock { $0.append(name) } }
                if fails { throw Refused() }
                return 0
            }
        }
        _ = await together([noting("1", false), noting("failed", true), noting("2", false)])
        #expect(Set(done.withLock { $0 }) == ["1", "2"])
    }

    @Test("what must be done before the next change is done before it, also when both waited together")
    func beforeNext() async throws {
        let state = Mutex(0)
        let effects = company.database.effects
        let change: @Sendable (Database) throws -> Int = { _ in
            let seen = state.withLock { $0 }
            effects.addBeforeNext { state.withLock { $0 = seen + 1 } }
            return seen
        }
        let results = await together(Array(repeating: change, count: 10))
        #expect(try results.map { try $0.get() }.sorted() == Array(0..<10))
    }

    @Test("members whose registrations wait together keep the trail in one chain")
    func trail() async throws {
        let (audit, stamp) = (company.database.audit, try company.stamp(.agent))
        let appending: @Sendable (Database) throws -> Int = { db in
            try audit.append(db, .listExported, .company, stamp)
            return 0
        }
        let failing: @Sendable (Database) throws -> Int = { db in
            _ = try appending(db)
            throw Refused()
        }
        for _ in 0..<3 { _ = await together([appending, failing, appending, appending, failing]) }
        let last = try await company.number("SELECT max(id) FROM audit_entry")
        #expect(try await AuditStore(database: company.database).verify() == .whole(count: last))
        #expect(try await AuditStore(database: company.database).isNoted())
    }

    @Test("what one did outside the database is taken back when it is rolled back, once for each time it ran")
    func undo() async throws {
        let count = Mutex(0)
        let effects = company.database.effects
        let counting = { @Sendable (fails: Bool) -> @Sendable (Database) throws -> Int in
            { db in
                count.withLock { $0 += 1 }
                effects.addUndo { count.withLock { $0 -= 1 } }
                if fails { try db.execute(sql: "INSERT OR ROLLBACK INTO kept_count VALUES ('customer', 1)") }
                return 0
            }
        }
        _ = await together([counting(false), counting(true), counting(false), counting(true), counting(false)])
        #expect(count.withLock { $0 } == 3)
    }

    @Test("the index of names is whole when one of two registrations that waited together is rolled back")
    func searchIndex() async throws {
        let member = try company.member(.agent).id
        let registering = { @Sendable (name: String, fails: Bool) -> @Sendable (Database) throws -> Int in
            { db in
                try db.execute(
                    cached: """
                        INSERT INTO customer (name, form_of_address, grade, created_at, created_by)
                        VALUES (?, 'mr', 'A', '2026-11-23', ?)
                        """, arguments: [name, member])
                try CustomerStore.refreshIndex(db, db.lastInsertedID())
                if fails { throw Refused() }
                return 0
            }
        }
        for round in 0..<5 {
            _ = await together([registering("王小明\(round)", false), registering("李大山\(round)", true)])
        }
        try await company.database.write { db in
            try db.execute(sql: "INSERT INTO customer_gram (customer_gram) VALUES ('integrity-check')")
        }
        let found = try await company.database.read { db in
            (
                try CustomerStore.fetchList(db, CustomerFilter(query: "王小明")).count,
                try CustomerStore.fetchList(db, CustomerFilter(query: "李大山")).count
            )
        }
        #expect(found == (5, 0))
    }
}
