import Foundation
import Hummingbird

/// `/audit`: the trail for administrators, with the proof that it is whole, and as a file.
struct AuditController: Sendable {
    let audit: AuditStore
    let trail: AuditListStore
    let members: MemberStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = request.query
        let filter = AuditFilter(query: query)
        let verdict = query["verify"] == nil ? nil : try await audit.verify()
        let page = AuditPage(
            try await trail.list(filter, limit: AuditPage.size + 1), filter, staff: try await members.all(),
            verdict: verdict, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    /// What is shown, from the latest on, as a file; that it was taken is itself in the trail (ACC-5).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entries = try await trail.list(AuditFilter(query: request.query), limit: CSVFile.limit)
        try await audit.noteExport(of: "audit", rows: entries.count, context.stamp)
        return CSVFile(entries, today: pages.today(context), words: pages.words(for: context)).response
    }
}
