import Forms
import Foundation
import Hummingbird

/// `/feedback-links`: links and cards for customers, one by one or for many projects at once (FBK-1).
struct FeedbackLinksController: Sendable {
    let links: FeedbackLinkStore
    let addresses: FeedbackAddresses
    let companyName: String
    let pages: PageResponder

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project: Project.ID = try context.id()
        try await links.make(
            for: project, by: context.member, request.entered().submission(), context.stamp)
        return .seeOther(Paths.feedback(project: project), notice: "notice.feedback-link-made")
    }

    @Sendable func revoke(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await links.revoke(
            context.id(), by: context.member, request.entered().submission(), context.stamp)
        return .seeOther(path, notice: "notice.feedback-link-revoked")
    }

    /// The QR code on a card to print, on A6 or A4.
    @Sendable func card(_ request: Request, _ context: MemberContext) async throws -> Response {
        let link = try await links.find(context.id()).orNotFound()
        guard link.state(at: context.now) == .open else { throw Refusal.conflict("link-closed") }
        return try await show(
            cardsOf: [link], Paths.feedbackCard(link.id), back: Paths.feedback(project: link.project), request, context)
    }

    /// Links for many projects at once: those that are done, and whose customers have said nothing.
    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let waiting = try await links.withoutFeedback(at: context.now)
        let form = FeedbackLinksForm.form(waiting, pages.words(for: context).day)
        return try await pages.show(
            FeedbackLinksPage(
                form.filled([
                    "projects": .choices(
                        waiting.filter { $0.isProposed(to: context.member, on: pages.today(context)) }
                            .map { String($0.id) })
                ]), isEmpty: waiting.isEmpty,
                words: pages.words(for: context)), to: context)
    }

    @Sendable func createMany(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let waiting = try await links.withoutFeedback(at: context.now)
        let bound = FeedbackLinksForm.form(waiting, pages.words(for: context).day)
            .bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let chosen = bound[FeedbackLinksForm.projects]?.compactMap({ Project.ID($0) }) else {
            let page = FeedbackLinksPage(
                bound, isEmpty: waiting.isEmpty, submission: try entered.submission(), words: pages.words(for: context))
            return try await pages.show(page, to: context, status: .unprocessableContent)
        }
        return .seeOther(
            try await links.make(forAll: chosen, by: context.member, entered.submission(), context.stamp),
            notice: "notice.feedback-links-made")
    }

    /// The cards of many links, each on a page of its own.
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
