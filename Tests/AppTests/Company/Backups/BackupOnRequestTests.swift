import Foundation
import Logging
import ServiceLifecycle
import Testing

@testable import App

/// A backup is made by the serving process, which alone may touch the database, when it is asked for (RUN-4).
struct BackupOnRequestTests {
    private let scratch: ScratchFolder
    private let company: TestCompany

    init() async throws {
        scratch = try ScratchFolder()
        company = try await TestCompany()
    }

    private var target: URL { scratch.url.appending(path: "copy") }

    /// Runs the service for as long as a test asks.
    private func serving<Value: Sendable>(_ ask: @Sendable @escaping () async throws -> Value) async throws -> Value {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [BackupOnRequest(app: company.app, logger: logger)], logger: logger))
        async let running: Void = group.run()
        defer { Task { await group.triggerGracefulShutdown() } }
        let value = try await ask()
        await group.triggerGracefulShutdown()
        try await running
        return value
    }

    @Test("a ready server makes the backup and says how far it is; its socket goes when it ends")
    func asked() async throws {
        let made = try await serving { [company, target] in try await Backup.make(of: company.folder, to: target) }
        #expect(made.flaws == [])
        #expect(try await Soundness.flaws(in: DataFolder(target.path)) == [])
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'backup-made'") == 1)
        #expect(!FileManager.default.fileExists(atPath: company.folder.backupSocket.path))
    }

    @Test("what the server cannot do is said by the command")
    func refused() async throws {
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
        let trouble = await #expect(throws: CommandError.self) {
            try await serving { [company, target] in
                guard let server = await connected(to: company.folder) else { throw CommandError("nobody listens") }
                return try BackupAsking(server: server, target: target).ask { _ in }
            }
        }
        #expect(trouble?.description.contains("exists already") == true)
    }

    @Test("one who calls and says nothing useful gets nothing, and the next one is served", .timeLimit(.minutes(5)))
    func nonsense() async throws {
        let made = try await serving { [company, target] in
            for line in ["relative/path", "", "\0\0\0"] {
                let caller = await connected(to: company.folder)
                _ = caller?.send(line: line)
            }
            return try await Backup.make(of: company.folder, to: target)
        }
        #expect(made.flaws == [])
    }

    @Test("a server that ends, or falls silent, is noticed by the command in time")
    func ended() async throws {
        let folder = scratch.folder()
        try folder.make()
        let listening = try LocalSocket.listening(at: folder.backupSocket)
        for ends in [true, false] {
            let server = try #require(LocalSocket.connected(to: folder.backupSocket))
            var caller = listening.accept(within: .seconds(5))
            #expect(caller?.isTrusted == true)
            _ = caller?.send(line: BackupMessage.progress("database: 1 %").line)
            if ends { caller = nil }
            var heard: [String] = []
            let trouble = #expect(throws: CommandError.self) {
                try BackupAsking(server: server, target: target, silence: .milliseconds(100)).ask { heard.append($0) }
            }
            #expect(ends || heard == ["database: 1 %"])
            #expect(trouble?.description.contains(ends ? "ended before" : "said nothing") == true)
            withExtendedLifetime(caller) {}
        }
    }

    @Test("a socket is found in a folder whose path is longer than an address may be")
    func longPath() throws {
        let folder = scratch.folder(String(repeating: "long/", count: 40) + "data")
        try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
        let listening = try LocalSocket.listening(at: folder.backupSocket)
        #expect(LocalSocket.connected(to: folder.backupSocket) != nil)
        #expect(scratch.rights(of: folder.backupSocket) == 0o600)
        withExtendedLifetime(listening) {}
    }
}

/// The server's socket, once it is there.
private func connected(to folder: DataFolder) async -> LocalSocket? {
    for _ in 0..<500 {
        if let server = LocalSocket.connected(to: folder.backupSocket) { return server }
        try? await Task.sleep(for: .milliseconds(10))
    }
    return nil
}
