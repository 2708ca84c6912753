import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Bounded queue of log lines. Logging never blocks: when the queue is full, lines are dropped and counted, and the
/// count is logged once there is room (RUN-5).
public final class LogQueue: Sendable {
    /// The process's queue to standard error.
    public static let standardError = LogQueue(
        mostBytes: 4 << 20, write: LogQueue.writeToStandardError, dropped: JSONLogHandler.dropped)

    private struct State {
        var lines: [String] = []
        var bytes = 0
        var dropped = 0
        var isWriting = false
        var hasWriter = false

        var isIdle: Bool { lines.isEmpty && dropped == 0 && !isWriting }
    }

    private let state = Mutex(State())
    private let change = NSCondition()
    private let mostBytes: Int
    private let write: @Sendable (String) -> Void
    private let dropped: @Sendable (Int) -> String

    /// - Parameter write: writes lines, and may block.
    /// - Parameter dropped: makes a line that says how many were dropped.
    init(
        mostBytes: Int, write: @escaping @Sendable (String) -> Void, dropped: @escaping @Sendable (Int) -> String
    ) {
        self.mostBytes = mostBytes
        self.write = write
        self.dropped = dropped
    }

    /// Adds a whole line with its line feed.
    public func add(_ line: String) {
        let needsWriter = state.withLock { state in
            if state.bytes + line.utf8.count > mostBytes {
                state.dropped += 1
            } else {
                state.lines.append(line)
                state.bytes += line.utf8.count
            }
            defer { state.hasWriter = true }
            return !state.hasWriter
        }
        if needsWriter { Thread.detachNewThread { self.writeForEver() } }
        change.lock()
        change.signal()
        change.unlock()
    }

    /// Waits until everything is written, or for the given time: a process must end even when nothing reads its log.
    /// - Returns: whether everything was written.
    @discardableResult
    public func flush(within patience: Duration) -> Bool {
        let end = ContinuousClock.now + patience
        while !state.withLock({ $0.isIdle }) {
            guard .now < end else { return false }
            Thread.sleep(forTimeInterval: 0.002)
        }
        return true
    }

    private func writeForEver() {
        while true {
            change.lock()
            while state.withLock({ $0.lines.isEmpty && $0.dropped == 0 }) { change.wait() }
            change.unlock()
            let (lines, count) = state.withLock { state in
                let taken = (state.lines, state.dropped)
                state = State(isWriting: true, hasWriter: true)
                return taken
            }
            write(lines.joined() + (count > 0 ? dropped(count) : ""))
            state.withLock { $0.isWriting = false }
        }
    }

    /// Writes to standard error; when that is closed, the lines are discarded.
    @Sendable private static func writeToStandardError(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { part in
                #if canImport(Glibc)
                    Glibc.write(STDERR_FILENO, part.baseAddress, part.count)
                #else
                    Darwin.write(STDERR_FILENO, part.baseAddress, part.count)
                #endif
            }
            if written < 0, errno == EINTR || errno == EAGAIN {
                if errno == EAGAIN { Thread.sleep(forTimeInterval: 0.01) }
                continue
            }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
