import Foundation
import Forms
import Logging
import ServiceLifecycle

/// What is done without anybody asking: plans are carried on before their stored part comes to its end (CAD-6).
struct DailyRound: Service {
    let app: App
    let logger: Logger

    /// Projects planned on in one transaction, so that people's own changes need not wait long.
    private static let batch = 100

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await carryOnPlans()
                try await Task.sleep(for: .seconds(3600))
            }
        }
    }

    func carryOnPlans() async {
        do {
            var planned = Self.batch
            while planned == Self.batch, !Task.isCancelled {
                planned = try await app.database.write { [books = app.books, today = app.today] db in
                    try books.planner.carryOn(db, today: today, atMost: Self.batch)
                }
            }
        } catch {
            logger.error("plans were not carried on", metadata: ["type": "\(type(of: error))"])
        }
    }
}
