import Forms
import Foundation
import Hummingbird
import Rulebooks

/// `/rulebook`: the current rulebook in words, its document, and previews.
struct RulebookController: Sendable {
    let rulebooks: RulebookStore
    let replannings: ReplanningRunStore
    let projects: ProjectStore
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let page = RulebookPage(
            rulebooks.rules.rulebook, versions: try await rulebooks.versions(),
            proposals: try await rulebooks.openProposals(), replanning: try await replannings.latest(),
            for: context.member, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    /// Downloads the document, to be edited and submitted again.
    @Sendable func download(_ request: Request, _ context: MemberContext) async throws -> Response {
        let rulebook = rulebooks.rules.rulebook
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/yaml; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(rulebook.name).yaml\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: rulebook.yaml)))
    }

    /// Preview: the plan of the current or a proposed rulebook for an existing or imagined project.
    @Sendable func preview(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = request.query
        let today = pages.today(context)
        var bound = PreviewForm.form.bind(query.mapValues { [$0] }, today: today)
        var project: (project: Project, life: ProjectLife)?
        if let number = bound[PreviewForm.number] {
            project = try await projects.findLife(number: number)
            if project == nil { bound = bound.adding(FieldError(field: "number", code: "no-such-project")) }
        }
        let proposal = try await proposal(query["proposal"])
        let rules = rulebooks.rules.current
        let life = project?.life ?? PreviewForm.life(bound)
        let plan = life.map {
            PreviewedPlan(
                life: $0, project: project?.project,
                rulebook: proposal?.rulebook ?? rules.rulebook, calendar: rules.calendar)
        }
        let page = PreviewPage(
            bound, bound.isValid ? plan : nil, proposal: proposal?.id, today: today,
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: bound.isValid ? .ok : .unprocessableContent)
    }

    private func proposal(_ text: String?) async throws -> (id: RulebookProposal.ID, rulebook: Rulebook)? {
        guard let text, !text.isEmpty else { return nil }
        guard let id = RulebookProposal.ID(text), let found = try await rulebooks.proposal(id) else {
            throw Refusal.notFound
        }
        return (id, try Rulebook(stored: found.yaml))
    }
}
