import Foundation
import Logging
import ServiceLifecycle
import Synchronization

/// Server side: makes backups inside the serving process, the only one that may touch the database, when `huifang
/// backup` requests one (RUN-4).
///
/// The socket in the data folder exists only while the server is ready, so a start, a migration or the creation of a
/// company is never disturbed.
struct BackupOnRequest: BackgroundService {
    let app: App
    let logger: Logger

    func run() async throws {
        let isStopping = Flag()
        defer { isStopping.set() }
        await withGracefulShutdownHandler {
            for await caller in callers(until: isStopping) { await answer(caller, isStopping) }
            // When one service returns, the group ends all of them.
            try? await gracefulShutdown()
        } onGracefulShutdown: {
            isStopping.set()
        }
    }

    /// Incoming connections, accepted on a thread of their own.
    private func callers(until isStopping: Flag) -> AsyncStream<LocalSocket> {
        let (callers, found) = AsyncStream.makeStream(of: LocalSocket.self)
        let file = app.settings.data.backupSocket
        do {
            let socket = try LocalSocket.listening(at: file)
            Thread.detachNewThread {
                while !isStopping.isSet {
                    if let caller = socket.accept(within: .milliseconds(200)) { found.yield(caller) }
                }
                try? FileManager.default.removeItem(at: file)
                found.finish()
            }
        } catch {
            logger.error("backups cannot be asked for", metadata: ["reason": "\(ErrorNumber.words(error.code))"])
            found.finish()
        }
        return callers
    }

    private func answer(_ caller: LocalSocket, _ isStopping: Flag) async {
        let heard = try? await OwnThread.run { caller.line(within: .seconds(5)) }
        guard caller.isTrusted, case .line(let path) = heard, path.hasPrefix("/") else { return }
        let stamp = Stamp(member: nil, at: app.now(), address: Stamp.command.address)
        let copy = BackupCopy(
            database: app.database, folder: app.settings.data, target: URL(filePath: path), stamp: stamp
        ) { text in
            guard !isStopping.isSet else { throw CommandError("the server is being stopped, so no backup was made") }
            guard caller.send(line: BackupMessage.progress(text).line) else { throw CancellationError() }
        }
        do {
            let made = try await copy.make()
            logger.info("backup made", metadata: ["files": "\(made.files)", "flaws": "\(made.flaws.count)"])
            _ = caller.send(line: BackupMessage.done(made).line)
        } catch {
            logger.error("no backup was made", metadata: ["type": "\(type(of: error))"])
            _ = caller.send(line: BackupMessage.failed(CommandError.words(for: error).description).line)
        }
    }
}

/// A flag set once, by one thread for another.
private final class Flag: Sendable {
    private let value = Mutex(false)

    var isSet: Bool { value.withLock { $0 } }
    func set() { value.withLock { $0 = true } }
}
