import Forms
import Foundation
import Hummingbird

/// `/feedback-links`: links and cards for customers, for one project or many (FBK-1).
struct FeedbackLinksController: Sendable {
    let links: FeedbackLinkStore
    let addresses: FeedbackAddresses
    let companyName: String
    let pages: PageResponder

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project: Project.ID = try context.id()
        try await links.make(for: project, by: context.member, request.submission(), context.stamp)
        return .seeOther(Paths.projectFeedback(project), notice: "notice.feedback-link-made")
    }

    @Sendable func revoke(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await links.revoke(
            context.id(), by: context.member, request.submission(), context.stamp)
        return .seeOther(path, notice: "notice.feedback-link-revoked")
    }

    /// A printable card with the QR code, on A6 or A4.
    @Sendable func card(_ request: Request, _ context: MemberContext) async throws -> Response {
        let link = try await links.find(context.id()).orNotFound()
        guard link.state(at: context.now) == .open else { throw Refusal.conflict("link-closed") }
        return try await show(
            cardsOf: [link], Paths.feedbackCard(link.id), back: Paths.projectFeedback(link.project), request, context)
    }

    /// Links for many projects at once: finished ones without feedback.
    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let waiting = try await links.withoutFeedback(at: context.now)
        let proposed = waiting.filter { $0.isProposed(to: context.member, on: pages.today(context)) }
        let form = FeedbackLinksForm.form(waiting, pages.words(for: context).day)
        let bound = form.filled(["projects": .choices(proposed.map { String($0.id) })])
        return try await show(.opened(bound), isEmpty: waiting.isEmpty, context)
    }

    @Sendable func createMany(_ request: Request, _ context: MemberContext) async throws -> Response {
        let waiting = try await links.withoutFeedback(at: context.now)
        let form = FeedbackLinksForm.form(waiting, pages.words(for: context).day)
        return try await pages.take(form, from: request, context) {
            $0[FeedbackLinksForm.projects]?.compactMap { Project.ID($0) }
        } again: { form in
            try await show(form, isEmpty: waiting.isEmpty, context)
        } store: { chosen, form in
            let path = try await links.make(forAll: chosen, by: context.member, form.submission, context.stamp)
            return .seeOther(path, notice: "notice.feedback-links-made")
        }
    }

    private func show(_ form: PostedForm, isEmpty: Bool, _ context: MemberContext) async throws -> Response {
        let page = FeedbackLinksPage(form, isEmpty: isEmpty, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }

    /// The cards of many links, one per page.
    @Sendable func cards(_ request: Request, _ context: MemberContext) async throws -> Response {
        let ids = (request.query["links"] ?? "").split(separator: "-").prefix(ProjectWithoutFeedback.most)
            .compactMap { FeedbackLink.ID(String($0)) }
        let open = try await links.open(ids, at: context.now)
        guard !open.isEmpty else { throw Refusal.notFound }
        return try await show(
            cardsOf: open, Paths.feedbackCards(open.map(\.id)), back: Paths.newFeedbackLinks, request, context)
    }

    private func show(
        cardsOf links: [FeedbackLink], _ path: String, back: String, _ request: Request, _ context: MemberContext
    ) async throws -> Response {
        let page = FeedbackCardPage(
            links.map { ($0, addresses.text(of: $0)) }, size: CardSize(request.query["size"]),
            href: { Paths.sized(path, $0) },
            company: companyName,
            back: back, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }
}
