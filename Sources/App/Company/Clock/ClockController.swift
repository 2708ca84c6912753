import Foundation
import Hummingbird

/// `/clock/confirmation`: an administrator confirms that the machine's clock is right (ACC-16).
struct ClockController: Sendable {
    let clock: CompanyClock
    let store: ClockStore
    let wakeSignal: WakeSignal

    @Sendable func confirm(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let doubt = clock.doubt else { return .seeOther(Paths.condition) }
        // The form names the time shown: if the clock has jumped since, that was not confirmed.
        guard let shown = try await request.entered()["clock"].flatMap(TimeInterval.init),
            abs(doubt.clock.timeIntervalSince1970 - shown) < 3600
        else { throw Refusal.conflict("clock-moved") }
        try await store.noteConfirmation(of: doubt, context.stamp)
        clock.believe()
        wakeSignal.ring()
        return .seeOther(Paths.condition, notice: "notice.clock-confirmed")
    }
}
