import Foundation
import GRDB
import Testing

@testable import App

/// Before the schema changes the database is copied, as the way back (RUN-5).
struct MigrationSnapshotTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// A database to which this program's last migration is still to come.
    private func older() throws -> DataFolder {
        let folder = scratch.folder("older-\(UUID().uuidString)")
        try folder.make()
        _ = try AuditKey.loadOrMake(in: folder)
        let queue = try DatabaseQueue(path: folder.database.path)
        let migrations = Migrations.migrator.migrations
        try Migrations.migrator.migrate(queue, upTo: try #require(migrations.dropLast().last))
        try queue.close()
        return folder
    }

    @Test("a database that is changed at the start is copied first, as it was, for its owner only")
    func snapshot() throws {
        let folder = try older()
        let count = Migrations.migrator.migrations.count
        let database = try AppDatabase(in: folder, .working)
        try database.close()
        let name = try #require(try ScratchFolder.names(in: folder.snapshots).first)
        #expect(database.news.suffix(2) == [.snapshot(name), .changingSchema(from: count - 1, to: count)])
        #expect(name.hasSuffix("-schema-\(count - 1).sqlite"))
        let file = folder.snapshots.appending(path: name)
        #expect(scratch.rights(of: file) == 0o600)
        let copy = try DatabaseQueue(path: file.path)
        #expect(try copy.read { try Migrations.migrator.appliedIdentifiers($0).count } == count - 1)
        #expect(try copy.read { try IntegrityCheck.damage($0) } == nil)
    }

    @Test("nothing is copied for a database that is new, or as it should be")
    func none() async throws {
        let folder = try await scratch.company()
        try AppDatabase(in: folder, .serving).close()
        #expect(!FileManager.default.fileExists(atPath: folder.snapshots.path))
    }

    @Test("only a copy is made when the database is opened to be copied")
    func copying() throws {
        let folder = try older()
        try AppDatabase(in: folder, .copying).close()
        #expect(!FileManager.default.fileExists(atPath: folder.snapshots.path))
    }

    @Test("the last three copies are kept")
    func three() throws {
        let folder = try older()
        let queue = try DatabaseQueue(path: folder.database.path)
        for day in 0..<5 {
            let moment = TestClock.start.addingTimeInterval(Double(day) * 86_400)
            _ = try MigrationSnapshot(folder: folder, schema: day, now: moment).make(of: queue)
        }
        #expect(
            try ScratchFolder.names(in: folder.snapshots).map { String($0.suffix(15)) } == [
                "schema-2.sqlite", "schema-3.sqlite", "schema-4.sqlite",
            ])
    }
}
