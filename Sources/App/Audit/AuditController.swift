import Foundation
import Hummingbird

/// `/audit`: the trail for administrators, with the proof that it is whole.
struct AuditController: Sendable {
    let audit: AuditStore
    let members: MemberStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = request.query
        let filter = AuditFilter(
            member: query["member"].flatMap { $0.count < 12 ? Int($0) : nil },
            action: query["action"].flatMap(AuditAction.init),
            before: query["before"].flatMap { $0.count < 18 ? Int($0) : nil })
        let verdict = query["verify"] == nil ? nil : try await audit.verify()
        let page = AuditPage(
            try await audit.list(filter), filter, staff: try await members.all(), verdict: verdict,
            words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }
}
