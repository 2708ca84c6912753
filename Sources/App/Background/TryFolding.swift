import Foundation
import Logging
import ServiceLifecycle

/// At the end of each minute, writes the counts of failed password attempts (ACC-5), and deletes those of yesterday.
struct TryFolding: BackgroundService {
    let app: App
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var minutes = 0
            while !Task.isCancelled {
                let second = app.now().timeIntervalSince1970.truncatingRemainder(dividingBy: 60)
                try await Task.sleep(for: .seconds(60 - max(0, second)))
                await fold()
                minutes += 1
                if minutes % 60 == 0 { await sweep() }
            }
        }
    }

    /// - Parameter evenNow: without waiting for the end of the minute, as the server stops.
    func fold(evenNow: Bool = false) async {
        do {
            try await app.tries.fold(at: app.now(), evenNow: evenNow)
        } catch {
            logger.failure("attempts were not noted", error)
        }
    }

    private func sweep() async {
        do {
            try await app.throttleStore.sweep(at: app.now())
        } catch {
            logger.failure("old attempts were not forgotten", error)
        }
    }
}
