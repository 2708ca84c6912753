import Forms
import Foundation
import Synchronization
import Testing

@testable import App

/// A company as it lies in its folder right after it was founded and its people were added. Founded once for all tests that
/// begin at the same moment: making the tables anew for each of them took a quarter of their time.
struct FoundedCompany: Sendable {
    let members: [Staff: Member]
    private let files: [String: Data]

    private struct Beginning: Hashable {
        let start: Date
        let isStaffed: Bool
    }

    private static let all = Mutex<[Beginning: Task<FoundedCompany, any Error>]>([:])

    static func made(at start: Date, isStaffed: Bool) async throws -> FoundedCompany {
        let beginning = Beginning(start: start, isStaffed: isStaffed)
        let founding = all.withLock { all in
            let founding = all[beginning] ?? Task { try await FoundedCompany(beginning) }
            all[beginning] = founding
            return founding
        }
        return try await founding.value
    }

    /// Leaves nothing on the disk.
    private init(_ beginning: Beginning) async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "founded-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let company = try await OpenCompany.found(
            in: DataFolder(place.path), name: TestCompany.name, rulebook: "decoration", at: beginning.start)
        members = try await company.add(beginning.isStaffed ? Staff.allCases : [], at: beginning.start)
        try company.close()
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
        files = Dictionary(
            uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: place.appending(path: $0))) })
    }

    /// Lays the company into a folder that is not there yet.
    func write(into folder: DataFolder) throws {
        try folder.make()
        for (name, data) in files { try data.write(to: folder.url.appending(path: name)) }
    }
}

extension OpenCompany {
    /// People who all have the password of the tests.
    fileprivate func add(_ staff: [Staff], at start: Date) async throws -> [Staff: Member] {
        let hash = try #require(TestCompany.passwordHash)
        return try await database.write { [database] db in
            var members: [Staff: Member] = [:]
            for one in staff {
                let facts = MemberFacts(
                    name: one.name, username: Username(typed: one.rawValue), roles: [one.role],
                    department: one.department)
                let stamp = Stamp(member: nil, at: start, address: "console")
                let id = try MemberStore.insert(db, database.audit, facts, hash, false, stamp)
                members[one] = try MemberStore.fetch(db, id)
            }
            return members
        }
    }
}
