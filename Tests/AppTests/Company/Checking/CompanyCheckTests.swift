import Foundation
import Testing

@testable import App

/// `huifang check` says what is wrong with settings and data (RUN-6).
struct CompanyCheckTests {
    private let company: TestCompany

    init() async throws { company = try await TestCompany() }

    private func wrong(_ environment: [String: String] = [:]) async throws -> [String] {
        let sources = try SettingsSources(given: [:], config: nil, environment: environment)
        return await CompanyCheck(sources, folder: company.folder, now: company.clock.now).findings()
            .filter { $0.weight == .wrong && !$0.sentence.contains("little room") }.map(\.sentence)
    }

    private func backUp() throws {
        try BackupAge.note(URL(filePath: "/backups/1"), at: company.clock.now, in: company.folder)
    }

    @Test("a company that is served and in order has nothing wrong")
    func inOrder() async throws {
        try backUp()
        let names = try ScratchFolder.names(in: company.folder.url)
        #expect(try await wrong() == [])
        #expect(try ScratchFolder.names(in: company.folder.url) == names)
    }

    @Test("a backup that is missing, or older than it may be, is wrong")
    func backups() async throws {
        #expect(try await wrong().contains { $0.contains("no backup was ever made") })
        try backUp()
        company.clock.advance(hours: 27)
        #expect(try await wrong() == ["the latest backup is 27 hours old, in /backups/1"])
        #expect(try await wrong(["HUIFANG_BACKUP_AGE": "30"]) == [])
    }

    @Test("rows without files are counted, and files without rows")
    func attachments() async throws {
        try backUp()
        _ = try await company.photograph(of: try await company.visit())
        let file = try #require(try company.attachmentFiles().first)
        try FileManager.default.removeItem(at: company.folder.attachments.appending(path: file))
        _ = try company.app.attachments.keep([9, 9])
        #expect(try await wrong() == ["1 files of photographs are missing in attachments"])
        let notes = try await DataCounts.findings(in: company.folder)
        #expect(notes.contains { $0.sentence.contains("1 files in attachments have no row") })
    }

    @Test("open files, an unfinished company, a lost head, and settings that cannot be used are wrong")
    func others() async throws {
        try backUp()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: company.folder.auditKey.path)
        #expect(try await wrong() == ["open to others: audit.key"])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: company.folder.auditKey.path)
        #expect(
            try await wrong(["HUIFANG_PROT": "80", "HUIFANG_PORT": "x"]) == [
                "the environment has HUIFANG_PROT, which sets nothing", "HUIFANG_PORT takes a number from 1 to 65535",
            ])
        #expect(try await wrong(["HUIFANG_BASE_URL": "https://h.example"]).first?.contains("trusted-proxies") == true)
        try FileManager.default.removeItem(at: company.folder.auditHead)
        try Unfinished.demo.begin(in: company.folder)
        let sentences = try await wrong()
        #expect(sentences.count == 2)
        #expect(sentences.contains { $0.contains("audit.head is missing") })
        #expect(sentences.contains { $0.contains("broken off") })
    }
}
