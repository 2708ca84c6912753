import Foundation
import Hummingbird

/// `/visits/{id}/filing` and `…/print`: a finished report is filed, and printed from then on.
struct FiledReportsController: Sendable {
    let reports: ServiceReportStore
    /// Shows the draft again when it could not be filed.
    let drafts: ReportsController
    let pages: PageResponder

    @Sendable func file(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id = try context.number("id")
        let entered = try await request.entered()
        guard let version = entered.version else { throw Refusal.malformed }
        do {
            let path = try await reports.file(
                id, version: version, by: context.member, entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.report-filed")
        } catch is StaleVersion {
            return try await refuse(id, because: "report-changed", context)
        } catch Refusal.conflict(let reason) {
            return try await refuse(id, because: reason, context)
        }
    }

    /// Nothing is stored, and the draft is there to look at, with the reason above it.
    private func refuse(_ id: Visit.ID, because reason: String, _ context: MemberContext) async throws -> Response {
        let found = try await reports.dossier(id, for: context.member, at: context.now)
        guard let found else { throw Refusal.notFound }
        return try await drafts.show(found, because: reason, context)
    }

    /// One or two sheets of A4; that somebody printed them is written down.
    @Sendable func print(_ request: Request, _ context: MemberContext) async throws -> Response {
        let found = try await reports.print(context.number("id"), for: context.member, context.stamp)
        guard let (briefing, filed) = found else { throw Refusal.notFound }
        let page = PrintPage(
            briefing, filed, reader: context.member, now: context.now, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }
}
