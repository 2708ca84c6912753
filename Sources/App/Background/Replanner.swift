import Foundation
import Logging
import Rulebooks
import ServiceLifecycle

/// What a change of the rules needs and takes too long for one request: projects planned anew, and proposals compared.
///
/// It is all noted in the database: after a restart it goes on where it was.
struct Replanner: Service {
    let app: App
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await catchUp()
            for await _ in app.wakeSignal.rings { await catchUp() }
        }
    }

    func catchUp() async {
        // Nothing is planned by a clock that nobody believes; its confirmation rings.
        guard app.clock.doubt == nil else { return }
        do {
            while try await app.replanningStore.carryOn(today: app.today, now: app.now()), !Task.isCancelled {}
            while let proposal = try await app.comparisonStore.unfinished(), !Task.isCancelled {
                try await app.comparing.goOn(with: proposal, for: .seconds(3600))
            }
        } catch {
            logger.error("planning anew came to a halt", metadata: ["type": "\(type(of: error))"])
        }
    }
}
