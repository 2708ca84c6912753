import Foundation
import Logging

/// Daily clean-up of data that would otherwise grow for ever (RUN-5).
struct Housekeeping: Sendable {
    let app: App
    let logger: Logger

    func run() async {
        let (store, now) = (HousekeepingStore(database: app.database), app.now())
        await step("submissions") { try await store.forgetSubmissions(before: now - Retention.submissions) }
        await step("sessions") { try await store.forgetSessions(before: now - Retention.sessions) }
        await step("failed sign-ins") { try await store.forgetFailedSignIns(before: now - Retention.failedSignIns) }
        await step("removed photographs") {
            try await store.forgetPhotographs(removedBefore: now - Retention.removedPhotographs)
        }
        await step("attachments") { try await sweep(now) }
    }

    /// A failing step does not stop the others.
    private func step(_ what: String, _ forget: () async throws -> Int) async {
        do {
            let count = try await forget()
            if count > 0 { logger.info("thrown away", metadata: ["what": "\(what)", "count": "\(count)"]) }
        } catch {
            logger.failure("not thrown away", error, metadata: ["what": "\(what)"])
        }
    }

    private func sweep(_ now: Date) async throws -> Int {
        try await app.attachments.sweep(olderThan: now - Retention.unnamedFiles) {
            try await app.photographStore.isNeeded($0, since: now - Retention.removedPhotographs)
        }
    }
}
