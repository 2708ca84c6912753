import Foundation
import GRDB
import Testing

@testable import App

/// What stands in the way of a start is said in one sentence; what is merely wrong is told, and served (RUN-5).
struct OpeningTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func refusal(_ folder: DataFolder, _ mode: OpeningMode = .serving) -> String {
        do {
            let database = try CommandError.opening(folder) { try AppDatabase(in: folder, mode) }
            try database.close()
            return "opened"
        } catch {
            let sentence = (error as? CommandError)?.description ?? "\(error)"
            #expect(!sentence.contains("\n"))
            return sentence
        }
    }

    @Test("an empty file, and one that is no database, are refused with what to do")
    func noDatabase() async throws {
        let folder = try await scratch.company()
        try Data().write(to: folder.database)
        #expect(refusal(folder).contains("is empty, so its company is lost; restore a backup"))
        try Data(repeating: 7, count: 50_000).write(to: folder.database)
        #expect(refusal(folder).contains("is no database, or damaged; restore a backup"))
    }

    @Test("a page that was overwritten is found before anything is served, and no start ends in a trap")
    func damagedPages() async throws {
        let folder = try await scratch.company()
        try folder.spoil("PRAGMA wal_checkpoint(TRUNCATE)")
        let whole = try Data(contentsOf: folder.database)
        let size = 4_096
        var refused = 0
        for page in 0..<(whole.count / size) {
            var damaged = whole
            let place = page * size + (page == 0 ? 100 : 0)
            damaged.replaceSubrange(place..<(place + 64), with: Data(repeating: 0xA5, count: 64))
            try damaged.write(to: folder.database)
            let sentence = refusal(folder)
            if sentence != "opened" {
                refused += 1
                #expect(sentence.contains("restore a backup"), "page \(page): \(sentence)")
            }
        }
        #expect(refused > whole.count / size / 2)
    }

    @Test("a database of a newer huifang is refused, and not changed")
    func newer() async throws {
        let folder = try await scratch.company()
        try folder.spoil("INSERT INTO grdb_migrations (identifier) VALUES ('Do what nobody knows yet')")
        #expect(refusal(folder).contains("newer huifang"))
        #expect(refusal(folder, .copying).contains("newer huifang"))
    }

    @Test("entries that only the note beside the database knows are told, and the house is served")
    func lostLog() async throws {
        let folder = try await scratch.company()
        try folder.spoil("PRAGMA wal_checkpoint(TRUNCATE)")
        let before = try Data(contentsOf: folder.database)
        try Self.addEntries(3, to: folder)
        for file in folder.databaseFiles.dropFirst() { try? FileManager.default.removeItem(at: file) }
        try before.write(to: folder.database)
        let opened = try AppDatabase(in: folder, .serving)
        #expect(opened.news.contains(.entriesLost(LostEntries(noted: 4, last: 1))))
        try opened.close()
    }

    private static func addEntries(_ count: Int, to folder: DataFolder) throws {
        let database = try AppDatabase(in: folder, .working)
        for _ in 0..<count {
            try database.writeNow { db in try database.audit.append(db, .listExported, .company, .command) }
        }
        try database.close()
    }

    @Test("rows that speak of others which are not there are told, and the house is served")
    func brokenReferences() async throws {
        let folder = try await scratch.company()
        try folder.spoil("INSERT INTO member_role (member_id, role) VALUES (77, 'agent'), (78, 'agent')")
        let opened = try AppDatabase(in: folder, .serving)
        #expect(opened.news.contains(.brokenReferences(count: 2, tables: ["member_role"])))
        try opened.close()
    }

    @Test("what was broken off half-way is refused as unfinished")
    func unfinished() async throws {
        let folder = try await scratch.company()
        try Unfinished.demo.begin(in: folder)
        #expect(refusal(folder).contains("huifang demo was broken off"))
        #expect(refusal(folder, .copying).contains("broken off"))
        let trouble = await #expect(throws: CommandError.self) { try await OpenCompany(in: folder) }
        #expect(trouble?.description.contains("remove that folder") == true)
        try Unfinished.end(in: folder)
        #expect(refusal(folder) == "opened")
    }

    @Test("a founding that ended before its company was stored can be done again")
    func foundedAgain() async throws {
        let folder = scratch.folder()
        try folder.make()
        try AppDatabase(in: folder).close()
        try Unfinished.founding.begin(in: folder)
        try await OpenCompany.found(in: folder, name: TestCompany.name, rulebook: "decoration").close()
        #expect(refusal(folder) == "opened")
    }

    @Test("a file that a look-up or an error names holds nothing of what was typed")
    func plainWords() throws {
        let error = DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "zqsecret", arguments: ["zqname"])
        #expect(!CommandError.words(for: error).description.contains("zq"))
        struct Failure: Error { let secret = "zqname" }
        #expect(!CommandError.words(for: Failure()).description.contains("zq"))
    }
}
