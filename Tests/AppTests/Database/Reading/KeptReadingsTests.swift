import Foundation
import Forms
import GRDB
import Testing

@testable import App

/// What is kept from readings is never older than the last answer.
struct KeptReadingsTests {
    @Test("a change of the staff is seen at once, whoever made it; other changes leave the reading kept")
    func staff() async throws {
        let company = try await AccountsCompany()
        let members = company.members
        let before = try await members.all()
        try await company.database.write { db in
            try db.execute(sql: "UPDATE member SET name = '改过的名字' WHERE id = ?", arguments: [before[0].id])
        }
        #expect(try await members.all().first?.name == "改过的名字")
        try await company.database.write { db in try db.execute(sql: "UPDATE member SET locked_at = '2026-11-28 09:00'")
        }
        #expect(try await members.all().allSatisfy(\.isLocked))
        try await company.database.write { db in try db.execute(sql: "UPDATE company SET name = '别的'") }
        #expect(try await members.all().count == before.count)
    }

    @Test("roles that were changed are seen at once")
    func roles() async throws {
        let company = try await AccountsCompany()
        let member = try #require(try await company.members.all().first)
        let facts = MemberFacts(
            name: member.name, username: member.username.flatMap(Username.init(typed:)),
            roles: [.administrator, .agent])
        _ = try await company.members.correct(
            member.id, to: facts, version: member.version, .random(), AccountsCompany.stamp(member.id))
        #expect(try await company.members.all().first?.roles == [.administrator, .agent])
    }

    @Test("only tables whose changes SQLite tells of are watched")
    func tables() async throws {
        let watched = KeptReadings.Tables.allCases.reduce(into: Set()) { $0.formUnion($1.names) }
        let company = try await AccountsCompany()
        let told = try await company.database.read { db in
            try String.fetchSet(db, sql: "SELECT name FROM pragma_table_list WHERE type = 'table' AND wr = 0")
        }
        #expect(!watched.isEmpty && watched.isSubset(of: told))
    }

    @Test("what is rolled back leaves the reading as it is, alone and in a group")
    func rolledBack() async throws {
        struct Wrong: Error {}
        let company = try await AccountsCompany()
        let members = company.members, before = try await members.all()
        await #expect(throws: Wrong.self) {
            try await company.database.write { db in
                try db.execute(sql: "UPDATE member SET name = 'x'")
                throw Wrong()
            }
        }
        #expect(try await members.all() == before)
    }

    @Test("many who read and change at once see what was answered before they asked")
    func together() async throws {
        let company = try await AccountsCompany()
        let members = company.members, database = company.database
        let id = try #require(try await members.all().first).id
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for turn in 0..<200 {
                group.addTask {
                    let name = "第\(turn)个"
                    try await database.write { db in
                        try db.execute(
                            sql: "UPDATE member SET name = ?, version = ? WHERE id = ?", arguments: [name, turn, id])
                    }
                    // Another one may have come after it, but none from before is seen.
                    let stored = try await database.read { db in
                        try String.fetchOne(db, sql: "SELECT name FROM member WHERE id = ?", arguments: [id])
                    }
                    let kept = try await members.all().first { $0.id == id }?.name
                    let after = try await database.read { db in
                        try String.fetchOne(db, sql: "SELECT name FROM member WHERE id = ?", arguments: [id])
                    }
                    return stored != after || kept == stored
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }
}
