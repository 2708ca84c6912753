import Forms
import Foundation
import Hummingbird

/// What the staff do with feedback: links and cards, entering what came in on paper, and reading it (FBK-1, FBK-5).
struct FeedbackRecordsController: Sendable {
    let links: FeedbackLinkStore
    let feedback: FeedbackStore
    let door: FeedbackDoorStore
    let baseURL: URL
    let companyName: String
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let (project, link, all) = try await feedback.page(of: context.number("id")) else { throw Refusal.notFound }
        let address = link.flatMap { $0.state(at: context.now) == .open ? self.address(of: $0) : nil }
        let page = ProjectFeedbackPage(
            project, link, address: address, all, member: context.member, now: context.now,
            words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func makeLink(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try context.number("id")
        try await links.make(
            for: project, by: context.member, request.entered().submission(), context.stamp)
        return .seeOther(Paths.feedback(project: project), notice: "notice.feedback-link-made")
    }

    @Sendable func revokeLink(_ request: Request, _ context: MemberContext) async throws -> Response {
        let path = try await links.revoke(
            context.number("id"), by: context.member, request.entered().submission(), context.stamp)
        return .seeOther(path, notice: "notice.feedback-link-revoked")
    }

    /// The QR code on a card to print, on A6 or A4.
    @Sendable func card(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let link = try await links.find(context.number("id")) else { throw Refusal.notFound }
        guard link.state(at: context.now) == .open else { throw Refusal.conflict("link-closed") }
        let page = FeedbackCardPage(
            [(link, address(of: link))], size: CardSize(request.query["size"]), company: companyName,
            back: Paths.feedback(project: link.project), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let today = pages.today(context)
        let bound = FeedbackForm.entry(today: today).filled(["received-on": .day(today)])
        return try await show(bound, .random(), context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let today = pages.today(context)
        let entered = try await request.entered()
        let bound = FeedbackForm.entry(today: today).bind(entered.fields, today: today)
        guard bound.isValid, let channel = bound[FeedbackForm.channel].flatMap(FeedbackChannel.init),
            let day = bound[FeedbackForm.receivedOn(today)]
        else { return try await show(bound, try entered.submission(), context) }
        let path = try await feedback.enter(
            FeedbackForm.content(bound), of: context.number("id"), channel, on: day, entered.submission(), context.stamp)
        return .seeOther(path, notice: "notice.feedback-entered")
    }

    /// What a customer said, for those who may read it; others see that it is there, and how to ask (ACC-2).
    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let one = try await feedback.find(context.number("id")) else { throw Refusal.notFound }
        let isPrint = request.query["print"] != nil
        let opened = try await door.open(one, for: context.member, isPrint: isPrint, context.stamp)
        let page = FeedbackRecordPage(
            one, opened, isPrint: isPrint, member: context.member, now: context.now, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: opened == nil ? .forbidden : .ok)
    }

    private func show(
        _ bound: BoundForm, _ submission: SubmissionID, _ context: MemberContext
    ) async throws -> Response {
        guard let (project, _, _) = try await feedback.page(of: context.number("id")) else { throw Refusal.notFound }
        let page = FeedbackEntryPage(bound, project, submission: submission, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: bound.isValid ? .ok : .unprocessableContent)
    }

    private func address(of link: FeedbackLink) -> String {
        URL(string: Paths.feedback(links.tokens.token(link.nonce)), relativeTo: baseURL)?.absoluteString ?? ""
    }
}
