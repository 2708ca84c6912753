import Foundation
import Synchronization
import Testing

@testable import App

/// Whoever logs never waits for whoever reads the log (RUN-5).
struct LogQueueTests {
    /// A reader that takes nothing until it is let.
    private final class Reader: Sendable {
        private let lines = Mutex<[String]>([])
        private let isOpen = Mutex(false)

        var text: String { lines.withLock { $0.joined() } }
        func open() { isOpen.withLock { $0 = true } }
        func take(_ text: String) {
            while !isOpen.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.001) }
            lines.withLock { $0.append(text) }
        }
    }

    private func queue(_ reader: Reader, _ bytes: Int = 1_000) -> LogQueue {
        LogQueue(mostBytes: bytes, write: { reader.take($0) }, dropped: { "dropped \($0)\n" })
    }

    @Test("lines come out in the order in which they went in")
    func order() {
        let reader = Reader()
        reader.open()
        let queue = queue(reader, 1 << 20)
        let lines = (0..<2_000).map { "\($0)\n" }
        for line in lines { queue.add(line) }
        #expect(queue.flush(within: .seconds(20)))
        #expect(reader.text == lines.joined())
    }

    @Test("with nobody reading, logging goes on at once, a bounded part is kept, and the rest is counted")
    func blocked() {
        let reader = Reader()
        let queue = queue(reader)
        let begin = ContinuousClock.now
        for _ in 0..<100_000 { queue.add("0123456789abcdef\n") }
        #expect(ContinuousClock.now - begin < .seconds(20))
        #expect(!queue.flush(within: .milliseconds(20)))
        reader.open()
        #expect(queue.flush(within: .seconds(20)))
        let (kept, told) = (
            reader.text.split(separator: "\n").filter { $0 == "0123456789abcdef" }.count,
            reader.text.matches(of: /dropped (\d+)/).compactMap { Int($0.1) }.reduce(0, +)
        )
        #expect(kept <= 120)
        #expect(kept + told == 100_000)
    }

    @Test("the line about dropped ones is an entry like any other")
    func droppedLine() throws {
        let read = try JSONSerialization.jsonObject(with: Data(JSONLogHandler.dropped(7).utf8)) as? [String: Any]
        #expect(read?["level"] as? String == "warning")
        #expect((read?["metadata"] as? [String: Any])?["count"] as? Int == 7)
    }
}
