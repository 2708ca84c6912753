import Forms
import Foundation
import Hummingbird

/// The dates of a project; a change plans anew what is still owed (ARC-3).
struct MilestonesController: Sendable {
    let milestones: MilestoneStore
    let pages: PageResponder

    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let bound = MilestonesForm.filled(with: stored.milestones, today: pages.today(context))
        let page = MilestonesPage(bound, of: stored, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func save(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let today = pages.today(context)
        let entered = try await request.entered()
        guard let version = entered.version else { throw Refusal.malformed }
        let bound = MilestonesForm.form(today: today).bind(entered.fields, today: today)
        guard bound.isValid else {
            let page = MilestonesPage(
                bound, of: stored, version: version, submission: try entered.submission(),
                words: pages.words(for: context))
            return try await pages.show(page, to: context, status: .unprocessableContent)
        }
        do {
            let path = try await milestones.save(
                MilestonesForm.dates(bound), of: stored.project.id, version: version, today: today,
                entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.milestones-saved")
        } catch is StaleVersion {
            let page = MilestonesPage(
                bound, of: try await self.stored(context), isStale: true, submission: try entered.submission(),
                words: pages.words(for: context))
            return try await pages.show(page, to: context, status: .conflict)
        }
    }

    private func stored(_ context: MemberContext) async throws -> ProjectMilestones {
        try await milestones.find(context.id()).orNotFound()
    }
}
