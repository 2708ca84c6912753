import Foundation
import Synchronization

/// The clock of one test company; it stands still until a test moves it.
final class TestClock: Sendable {
    /// Monday, 23 November 2026, 10:30 in Shanghai: within the hours in which customers are called.
    static let start = Date(timeIntervalSince1970: 1_795_401_000)

    private let moment: Mutex<Date>

    init(_ start: Date = TestClock.start) { moment = Mutex(start) }

    var now: Date { moment.withLock { $0 } }

    func advance(seconds: TimeInterval = 0, minutes: Double = 0, hours: Double = 0, days: Double = 0) {
        moment.withLock { $0 += seconds + minutes * 60 + hours * 3600 + days * 86_400 }
    }

    func set(_ date: Date) { moment.withLock { $0 = date } }
}
