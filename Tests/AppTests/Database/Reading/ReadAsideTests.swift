import Foundation
import GRDB
import Testing

@testable import App

/// What takes long to read is read aside, one after another.
struct ReadAsideTests {
    @Test("one long reading at a time, while pages read as ever")
    func oneByOne() async throws {
        let company = try await AccountsCompany()
        let database = company.database
        let crowd = Crowd(), isRead = DispatchSemaphore(value: 0)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try await database.readAside { _ in
                        crowd.around { isRead.wait(timeout: .now() + 30) == .success }
                    }
                }
            }
            // None of them ends before a page was read.
            #expect(try await database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM member") } == 1)
            for _ in 0..<4 { isRead.signal() }
            for try await wentOn in group { #expect(wentOn) }
        }
        #expect(crowd.most == 1)
    }
}
