import Foundation
import Synchronization

/// The company's clock (ACC-16): the machine's, as long as it continues from the latest time seen.
///
/// A clock that is more than five minutes behind, or has jumped more than a day ahead, is not trusted: the company's
/// time then goes on by the machine's uptime, so that no seal, session or deadline ends or comes back, and no grant
/// opens, until an administrator confirms the clock.
final class CompanyClock: Sendable {
    private struct State {
        /// The latest trusted time, and the uptime at that moment.
        var seen: Date?
        var uptime: TimeInterval
    }

    private static let mostBehind: TimeInterval = 300
    private static let mostAhead: TimeInterval = 86_400

    private let clock: @Sendable () -> Date
    private let uptime: @Sendable () -> TimeInterval
    private let state: Mutex<State>

    /// - Parameter seen: the latest time recorded before this start; nil when there is none.
    /// - Parameter uptime: seconds by a monotonic clock, which nobody can set.
    init(
        seen: Date? = nil, clock: @escaping @Sendable () -> Date = { Date() },
        uptime: @escaping @Sendable () -> TimeInterval = CompanyClock.machineUptime
    ) {
        self.clock = clock
        self.uptime = uptime
        state = Mutex(State(seen: seen, uptime: uptime()))
    }

    /// The current time of the company.
    var now: Date { look().moment }

    /// Nil while the machine's clock is trusted.
    var doubt: ClockDoubt? {
        let (clock, moment) = look()
        return clock == moment ? nil : ClockDoubt(clock: clock, moment: moment)
    }

    /// Trusts the machine's clock again, after an administrator's confirmation.
    func believe() {
        let (clock, uptime) = (clock(), uptime())
        state.withLock { $0 = State(seen: clock, uptime: uptime) }
    }

    /// Raises the lower bound to the time of an audit entry.
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
            // The time seen never goes back, so that many small steps back do not add up.
            state = State(seen: isBelieved ? max(clock, expected) : expected, uptime: uptime)
            return (clock, isBelieved ? clock : expected)
        }
    }

    private static let started = ContinuousClock.now
    static let machineUptime: @Sendable () -> TimeInterval = {
        started.duration(to: .now) / .seconds(1)
    }
}

/// An untrusted clock: its time, and the company's.
struct ClockDoubt: Sendable, Hashable {
    let clock: Date
    let moment: Date

    var isBehind: Bool { clock < moment }
}
