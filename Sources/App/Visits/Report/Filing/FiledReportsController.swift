import Foundation
import Hummingbird

/// `/visits/{id}/filing` and `…/print`: filing a complete report, and printing it.
struct FiledReportsController: Sendable {
    let showing: ReportShowing

    private var reports: ServiceReportStore { showing.reports }
    private var pages: PageResponder { showing.pages }

    @Sendable func file(_ request: Request, _ context: MemberContext) async throws -> Response {
        let id: Visit.ID = try context.id()
        let entered = try await request.entered()
        guard let version = entered.version else { throw Refusal.malformed }
        do {
            let path = try await reports.file(
                id, version: version, by: context.member, entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.report-filed")
        } catch is StaleVersion {
            return try await refuse(because: "report-changed", context)
        } catch Refusal.conflict(let reason) {
            return try await refuse(because: reason, context)
        }
    }

    /// Nothing is stored: the draft is shown with the reason.
    private func refuse(because reason: String, _ context: MemberContext) async throws -> Response {
        try await showing.show(try await showing.find(context), because: reason, context)
    }

    /// One or two sheets of A4; printing is audited.
    @Sendable func print(_ request: Request, _ context: MemberContext) async throws -> Response {
        let found = try await reports.print(context.id(), for: context.member, context.stamp)
        guard let (briefing, filed) = found else { throw Refusal.notFound }
        let page = PrintPage(
            briefing, filed, reader: context.member, now: context.now, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }
}
