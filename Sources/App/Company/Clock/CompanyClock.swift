import Foundation
import Synchronization

/// The company's moment (ACC-16): the machine's clock, as long as it goes on from the latest moment seen.
///
/// A clock that stands more than five minutes behind that moment, or has jumped more than a day ahead of it, is not
/// believed: the company's moment then goes on by itself, so that no seal, session or deadline ends or comes back, and
/// no grant opens, until an administrator says that the clock is right.
final class CompanyClock: Sendable {
    private struct State {
        /// The latest moment that counted, and how long the machine had been running then.
        var seen: Date?
        var uptime: TimeInterval
    }

    private static let mostBehind: TimeInterval = 300
    private static let mostAhead: TimeInterval = 86_400

    private let clock: @Sendable () -> Date
    private let uptime: @Sendable () -> TimeInterval
    private let state: Mutex<State>

    /// - Parameter seen: the latest moment that was noted before this start; nil where none was.
    /// - Parameter uptime: how long the machine has been running, in seconds: a clock that nobody can set.
    init(
        seen: Date? = nil, clock: @escaping @Sendable () -> Date = { Date() },
        uptime: @escaping @Sendable () -> TimeInterval = CompanyClock.machineUptime
    ) {
        self.clock = clock
        self.uptime = uptime
        state = Mutex(State(seen: seen, uptime: uptime()))
    }

    /// The moment that counts.
    var now: Date { look().moment }

    /// Nil while the machine's clock is believed.
    var doubt: ClockDoubt? {
        let (clock, moment) = look()
        return clock == moment ? nil : ClockDoubt(clock: clock, moment: moment)
    }

    /// An administrator says that the machine's clock is right: the company's moment is what it says.
    func believe() {
        let (clock, uptime) = (clock(), uptime())
        state.withLock { $0 = State(seen: clock, uptime: uptime) }
    }

    /// It cannot be earlier than what is written down already.
    func hold(after entry: Date) {
        let now = clock()
        state.withLock { state in
            guard now < entry else { return }
            state.seen = max(state.seen ?? entry, entry)
        }
    }

    private func look() -> (clock: Date, moment: Date) {
        let (clock, uptime) = (clock(), uptime())
        return state.withLock { state in
            let expected = state.seen.map { $0.addingTimeInterval(max(0, uptime - state.uptime)) } ?? clock
            let distance = clock.timeIntervalSince(expected)
            let isBelieved = distance >= -Self.mostBehind && distance <= Self.mostAhead
            // What was seen never goes back, so that many small steps back are no way to a great one.
            state = State(seen: isBelieved ? max(clock, expected) : expected, uptime: uptime)
            return (clock, isBelieved ? clock : expected)
        }
    }

    private static let started = ContinuousClock.now
    static let machineUptime: @Sendable () -> TimeInterval = {
        started.duration(to: .now) / .seconds(1)
    }
}

/// A clock that is not believed: what it says, and where the company's own moment stands.
struct ClockDoubt: Sendable, Hashable {
    let clock: Date
    let moment: Date

    var isBehind: Bool { clock < moment }
}
