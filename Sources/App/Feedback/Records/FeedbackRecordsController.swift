import Forms
import Foundation
import Hummingbird

/// Entering feedback from paper, and reading feedback (FBK-1, FBK-5).
struct FeedbackRecordsController: Sendable {
    let feedback: FeedbackStore
    let door: FeedbackDoorStore
    let readings: ReadingStore
    let issues: IssueStore
    let addresses: FeedbackAddresses
    let companyName: String
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await feedback.page(of: context.id()).orNotFound()
        let address = whole.link.flatMap { $0.state(at: context.now) == .open ? addresses.text(of: $0) : nil }
        let page = ProjectFeedbackPage(
            whole, address: address, company: companyName, member: context.member, now: context.now,
            words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let today = pages.today(context)
        let bound = FeedbackForm.entry(today: today).filled(["received-on": .day(today)])
        return try await show(.opened(bound), context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let today = pages.today(context)
        return try await pages.take(FeedbackForm.entry(today: today), from: request, context) {
            FeedbackForm.receipt($0, today: today)
        } again: { form in
            try await show(form, context)
        } store: { receipt, form in
            let path = try await feedback.enter(
                FeedbackForm.content(form.bound), of: context.id(), receipt.channel, on: receipt.day,
                form.submission, context.stamp)
            return .seeOther(path, notice: "notice.feedback-entered")
        }
    }

    /// The content for those who may read it; for others the metadata, and how to request access (ACC-2).
    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let one = try await feedback.find(context.id()).orNotFound()
        let isPrint = request.query["print"] != nil
        let opening = try await door.open(one, for: context.member, isPrint: isPrint, context.stamp)
        var issue: CustomerIssue.ID?
        // Beside a closed record, even the existence of an issue would reveal the answers (ACC-2).
        if opening.opened != nil, let id = one.issue {
            issue = try await issues.find(id, visibleTo: context.member)?.id
        }
        let page = FeedbackRecordPage(
            one, opening, issue: issue, isPrint: isPrint, member: context.member, now: context.now,
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: opening.opened == nil ? .forbidden : .ok)
    }

    /// Who read it, when, why and on what ground (ACC-6).
    @Sendable func showReadings(_ request: Request, _ context: MemberContext) async throws -> Response {
        let one = try await feedback.find(context.id()).orNotFound()
        let page = ReadingsPage(
            "\(one.number) · \(one.customerName)",
            try await readings.readings(of: .feedback(one.id), Readings.Pages(request.query)),
            at: Paths.feedbackReadings(one.id), back: Paths.feedbackRecord(one.id), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    private func show(_ form: PostedForm, _ context: MemberContext) async throws -> Response {
        let whole = try await feedback.page(of: context.id()).orNotFound()
        let page = FeedbackEntryPage(form, whole, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }
}
