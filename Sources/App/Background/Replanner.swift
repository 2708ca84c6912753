import Foundation
import Logging
import Rulebooks
import ServiceLifecycle

/// Background jobs that a rulebook change needs and that take too long for a request: replanning projects, and
/// comparing proposals.
///
/// Progress is stored in the database, so a restart resumes it.
struct Replanner: BackgroundService {
    let app: App
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await catchUp()
            for await _ in app.wakeSignal.rings { await catchUp() }
        }
    }

    func catchUp() async {
        // Nothing is planned by a doubtful clock; confirming it sends a wake signal.
        guard app.clock.doubt == nil else { return }
        do {
            while try await app.replanningStore.carryOn(today: app.today, now: app.now()), !Task.isCancelled {}
            while let proposal = try await app.comparisonStore.unfinished(), !Task.isCancelled {
                try await app.comparing.goOn(with: proposal, for: .seconds(3600))
            }
        } catch {
            logger.failure("planning anew came to a halt", error)
        }
    }
}
