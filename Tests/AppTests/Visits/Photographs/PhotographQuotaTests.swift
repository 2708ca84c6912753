import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import App

@Suite("One person cannot fill the disk with photographs (ACC-15)")
struct PhotographQuotaTests {
    /// Rows as if the technician had sent that much already.
    private func send(_ count: Int, bytes: Int, removed: Bool, to visit: Visit.ID, _ company: TestCompany) async throws
    {
        let (one, now) = (try company.member(.technician).id, company.clock.now)
        try await company.database.write { db in
            for _ in 0..<count {
                try db.execute(
                    sql: """
                        INSERT INTO photograph (token, visit_id, moment, digest, thumbnail_digest, sent_digest, width, height,
                            bytes, added_by, added_at, removed_at) VALUES (?, ?, 'before', 'd', 't', ?, 1, 1, ?, ?, ?, ?)
                        """,
                    arguments: [UUID().uuidString, visit, UUID().uuidString, bytes, one, now, removed ? now : nil])
            }
        }
    }

    @Test(
        "removed ones count, by number and by bytes",
        arguments: [(PhotographQuota.most.count, 1), (1, PhotographQuota.most.bytes)])
    func quota(count: Int, bytes: Int) async throws {
        let company = try await TestCompany()
        let visit = try await company.visit()
        try await send(count, bytes: bytes, removed: true, to: visit, company)
        let technician = try await company.browser(signedInAs: .technician)
        let form = try await technician.get(Paths.photographs(visit: visit)).form(Paths.photographs(visit: visit))
        let file = ChosenFile(name: "a.jpg", bytes: try TestPhotograph.jpeg(shade: 7))
        let answer = try await technician.send(form, ["moment": "before"], files: [file])
        #expect(answer.status == 409 && answer.text.contains(company.words()("refusal.photographs-quota")))
        let receipt = try await technician.raw(
            .get, "\(Paths.photographs(visit: visit))/receipt?submission=\(SubmissionID.random().text)")
        #expect(receipt.text == "{\"kept\":false,\"open\":false}")
        await #expect(throws: PhotographsClosed.quota) { try await company.photograph(of: visit) }
        company.clock.advance(days: 1)
        _ = try await company.photograph(of: visit)
    }

    @Test("below a floor of free space nothing is taken, and the rest of the house goes on")
    func floor() throws {
        let full = UploadRoom { UploadRoom.floor + 100 }
        #expect(full.holds(100) && !full.holds(101))
        #expect(throws: StorageTrouble.full(code: ENOSPC)) { try full.demand(101) }
        #expect(UploadRoom { nil }.holds(1), "a file system that does not say")
        #expect(UploadRoom(of: FileManager.default.temporaryDirectory).measure() ?? 0 > 0)
        #expect(UploadRoom(of: URL(filePath: "/nowhere/at/all")).measure() == nil)
    }
}
