import Forms
import Foundation
import Hummingbird

/// Edits the dates of a project; a change replans what is still owed (ARC-3).
struct MilestonesController: Sendable {
    let milestones: MilestoneStore
    let pages: PageResponder

    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let bound = MilestonesForm.filled(with: stored.milestones, today: pages.today(context))
        return try await show(.opened(bound), of: stored, context)
    }

    @Sendable func save(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await stored(context).project
        let today = pages.today(context)
        return try await pages.take(MilestonesForm.form(today: today), from: request, context) {
            MilestonesForm.dates($0)
        } again: { form in
            try await show(form, of: try await stored(context), context)
        } store: { dates, form in
            let path = try await milestones.save(
                dates, of: project.id, version: form.baseVersion(), today: today, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.milestones-saved")
        }
    }

    private func show(
        _ form: PostedForm, of stored: ProjectMilestones, _ context: MemberContext
    ) async throws -> Response {
        let page = MilestonesPage(form, of: stored, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }

    private func stored(_ context: MemberContext) async throws -> ProjectMilestones {
        try await milestones.find(context.id()).orNotFound()
    }
}
