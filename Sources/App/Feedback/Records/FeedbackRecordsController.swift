import Forms
import Foundation
import Hummingbird

/// What the staff do with feedback: links and cards, entering what came in on paper, and reading it (FBK-1, FBK-5).
struct FeedbackRecordsController: Sendable {
    let links: FeedbackLinkStore
    let feedback: FeedbackStore
    let door: FeedbackDoorStore
    let readings: ReadingStore
    let issues: IssueStore
    let baseURL: URL
    let companyName: String
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let whole = try await feedback.page(of: context.number("id")) else { throw Refusal.notFound }
        let address = whole.link.flatMap { $0.state(at: context.now) == .open ? self.address(of: $0) : nil }
        let page = ProjectFeedbackPage(
            whole, address: address, company: companyName, member: context.member, now: context.now,
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
        return try await show(
            cardsOf: [link], Paths.feedbackCard(link.id), back: Paths.feedback(project: link.project), request, context)
    }

    /// Links for many projects at once: those that are done, and whose customers have said nothing.
    @Sendable func newLinks(_ request: Request, _ context: MemberContext) async throws -> Response {
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

    @Sendable func makeLinks(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let waiting = try await links.withoutFeedback(at: context.now)
        let bound = FeedbackLinksForm.form(waiting, pages.words(for: context).day)
            .bind(entered.fields, today: pages.today(context))
        guard bound.isValid, let chosen = bound[FeedbackLinksForm.projects]?.compactMap({ Int($0) }) else {
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
            .compactMap { $0.utf8.count < 12 ? Int($0) : nil }
        let open = try await links.open(ids, at: context.now)
        guard !open.isEmpty else { throw Refusal.notFound }
        return try await show(
            cardsOf: open, Paths.feedbackCards(open.map(\.id)), back: Paths.newFeedbackLinks, request, context)
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
            FeedbackForm.content(bound), of: context.number("id"), channel, on: day, entered.submission(), context.stamp
        )
        return .seeOther(path, notice: "notice.feedback-entered")
    }

    /// What a customer said, for those who may read it; others see that it is there, and how to ask (ACC-2).
    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let one = try await feedback.find(context.number("id")) else { throw Refusal.notFound }
        let isPrint = request.query["print"] != nil
        let opening = try await door.open(one, for: context.member, isPrint: isPrint, context.stamp)
        var issue: CustomerIssue.ID?
        // Beside a closed record even that there is an issue would tell what was answered (ACC-2).
        if opening.opened != nil, let id = one.issue {
            issue = try await issues.find(id, visibleTo: context.member)?.id
        }
        let page = FeedbackRecordPage(
            one, opening, issue: issue, isPrint: isPrint, member: context.member, now: context.now,
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: opening.opened == nil ? .forbidden : .ok)
    }

    /// Who has read it, when, why and on what ground (ACC-6).
    @Sendable func showReadings(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let one = try await feedback.find(context.number("id")) else { throw Refusal.notFound }
        let page = ReadingsPage(
            "\(one.number) · \(one.customerName)",
            try await readings.readings(of: .feedback(one.id), Readings.Page(query: request.query)),
            at: Paths.feedbackReadings(one.id), back: Paths.feedbackRecord(one.id), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    private func show(
        _ bound: BoundForm, _ submission: SubmissionID, _ context: MemberContext
    ) async throws -> Response {
        guard let whole = try await feedback.page(of: context.number("id")) else { throw Refusal.notFound }
        let page = FeedbackEntryPage(bound, whole, submission: submission, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: bound.isValid ? .ok : .unprocessableContent)
    }

    private func show(
        cardsOf links: [FeedbackLink], _ path: String, back: String, _ request: Request, _ context: MemberContext
    ) async throws -> Response {
        let page = FeedbackCardPage(
            links.map { ($0, address(of: $0)) }, size: CardSize(request.query["size"]), href: { Paths.sized(path, $0) },
            company: companyName,
            back: back, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    private func address(of link: FeedbackLink) -> String {
        URL(string: Paths.feedback(links.tokens.token(link.nonce)), relativeTo: baseURL)?.absoluteString ?? ""
    }
}
