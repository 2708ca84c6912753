import Foundation
import Hummingbird

/// `/audit`: the trail for administrators, its verification, and its export.
struct AuditController: Sendable {
    let audit: AuditStore
    let trail: AuditListStore
    let members: MemberStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let items = request.query
        let (query, before) = (query(request, context), AuditFilter.before(items))
        let verdict = items["verify"] == nil ? nil : try await audit.verify()
        let page = AuditPage(
            try await trail.list(query, before: before), query, before: before, staff: try await members.all(),
            verdict: verdict, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    /// Exports the filtered entries, from the latest on; the export itself is audited (ACC-5).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let list = try await trail.list(query(request, context).asFile)
        return try await CSVFile(list, today: pages.today(context), words: pages.words(for: context)).response {
            try await audit.noteExport(of: "audit", rows: $0, context.stamp)
        }
    }

    private func query(_ request: Request, _ context: MemberContext) -> ListQuery {
        ListQuery(Paths.audit, AuditFilter.form, request.query, today: pages.today(context))
    }
}
