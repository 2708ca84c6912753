import Foundation
import Forms
import Logging
import ServiceLifecycle

/// Periodic tasks: extends plans before their stored part ends (CAD-6), records missed deadlines (ISS-3), and cleans
/// up.
struct PeriodicTasks: BackgroundService {
    let app: App
    let logger: Logger

    /// Projects per transaction, so that people's own changes need not wait long.
    private static let batch = 100

    /// How often missed deadlines of issues are looked for (ISS-3).
    private static let roundsInAnHour = 30

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var hours = 0
            while !Task.isCancelled {
                if app.clock.doubt == nil {
                    await carryOnPlans()
                    if hours % 24 == 0 { await Housekeeping(app: app, logger: logger).run() }
                }
                hours += 1
                // Deadlines of four hours need more than an hourly check.
                for _ in 0..<Self.roundsInAnHour where !Task.isCancelled {
                    noteClock()
                    if app.clock.doubt == nil { await noteMisses() }
                    await writeFoldedRefusals()
                    lookAfterAttachments()
                    try await Task.sleep(for: .seconds(3600 / Self.roundsInAnHour))
                }
            }
        }
    }

    /// Records the time, which the clock is checked against after a restart (ACC-16).
    func noteClock() {
        do {
            try ClockMark(in: app.settings.data).note(app.clock.now)
        } catch {
            logger.failure("clock was not noted", error)
        }
        guard let doubt = app.clock.doubt else { return }
        logger.warning(
            "clock is not believed",
            metadata: ["clock": "\(doubt.clock.formatted(.iso8601))", "moment": "\(doubt.moment.formatted(.iso8601))"])
    }

    /// Reports a missing attachment folder, which is not recreated while running.
    private func lookAfterAttachments() {
        guard !app.attachments.isThere else { return }
        logger.error("the folder of attachments is gone; put it back from a backup, then restart")
    }

    func noteMisses() async {
        do {
            let noted = try await app.issueStore.noteMisses(Stamp(member: nil, at: app.now(), address: "-"))
            if noted > 0 { logger.info("missed deadlines noted", metadata: ["count": "\(noted)"]) }
        } catch {
            logger.failure("missed deadlines were not noted", error)
        }
    }

    func writeFoldedRefusals() async {
        do {
            try await app.auditStore.writeFoldedRefusals(app.now(), at: app.now())
        } catch {
            logger.failure("folded refusals were not written", error)
        }
    }

    func carryOnPlans() async {
        do {
            var planned = Self.batch
            while planned == Self.batch, !Task.isCancelled {
                planned = try await app.database.write { [rules = app.rules, today = app.today] db in
                    try rules.planSync.carryOn(db, today: today, atMost: Self.batch)
                }
            }
        } catch {
            logger.failure("plans were not carried on", error)
        }
    }
}
