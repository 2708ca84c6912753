import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// `/feedback/{token}`: the customers' pages (FBK-1). Without an open link or a receipt every answer is the same,
/// whatever the cause.
struct FeedbackController: Sendable {
    let links: FeedbackLinkStore
    let feedback: FeedbackStore
    let door: FeedbackDoorStore
    let trap: BotTrap
    let limits: PublicLimits
    let cookies: CookieScope
    let companyName: String
    let pages: PageResponder

    /// A GET never uses up a link: link previews fetch it too.
    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard var visit = try await visit(context) else { return try await stranger(context) }
        // A browser without cookies brings its receipt in the address.
        if visit.receipt == nil, kind(of: request.query["receipt"], visit) == .sent { visit.receipt = .sent }
        guard visit.isOpen || visit.hasAnswered else { return try await closed(visit, [:], context) }
        guard visit.isOpen else { return try await thanks(visit, context) }
        return try await ask(visit, FeedbackForm.form.blank, .random(), context)
    }

    /// Not by `take`: link and receipt are checked between its steps.
    @Sendable func create(_ request: Request, _ context: AppContext) async throws -> Response {
        guard var visit = try await visit(context) else { return try await stranger(context) }
        let entered = try await request.entered()
        let submission = try entered.submission()
        if visit.receipt == nil { visit.receipt = kind(of: entered["visit"], visit) }
        guard visit.isOpen || visit.receipt != nil else { return try await withoutReceipt(visit, context) }
        var bound = FeedbackForm.form.bind(entered.fields, today: pages.today(context))
        guard limits.byLink.allows(String(visit.link.id), at: context.now) else {
            guard visit.isOpen else { return try await closed(visit, entered.fields, context) }
            bound = bound.adding(FieldError(field: "form", code: "too-often"))
            return try await ask(visit, bound, submission, after: entered, context, status: .tooManyRequests)
                .retryable(after: limits.byLink.wait(of: String(visit.link.id), at: context.now))
        }
        guard visit.isOpen || bound.isValid else { return try await closed(visit, entered.fields, context) }
        guard bound.isValid else { return try await ask(visit, bound, submission, after: entered, context) }
        guard !visit.isOpen || trap.isPerson(entered, at: context.now) else {
            return try await ask(
                visit, bound.adding(FieldError(field: "form", code: "too-quick")), submission, after: entered, context)
        }
        do {
            let isStored = try await feedback.submit(
                FeedbackForm.content(bound), by: visit.token, submission, Stamp(stranger: context))
            // Only the call that stored the answer gets the receipt to read it again.
            guard isStored else { return .seeOther(Paths.feedback(visit.token)) }
            let receipt = links.tokens.receipt(.sent, of: visit.link.id)
            var response = Response.seeOther(Paths.with(Paths.feedback(visit.token), [("receipt", receipt)]))
            response.headers.add(self.receipt(.answered, visit))
            return response
        } catch is FeedbackLinkClosed {
            if visit.receipt == .answered { return .seeOther(Paths.feedback(visit.token)) }
            return try await closed(visit, entered.fields, context)
        }
    }

    /// Adds to an answer, from the same browser, within a day.
    @Sendable func add(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let visit = try await visit(context), visit.receipt == .answered else {
            return try await stranger(context)
        }
        let entered = try await request.entered()
        let submission = try entered.submission()
        let bound = FeedbackAdditionForm.form.bind(entered.fields, today: pages.today(context))
        func refuse(_ error: FieldError? = nil, _ status: HTTPResponse.Status) async throws -> Response {
            let shown = error.map(bound.adding) ?? bound
            return try await thanks(visit, context, adding: shown, submission: submission, status: status)
        }
        guard limits.byLink.allows(String(visit.link.id), at: context.now) else {
            return try await refuse(FieldError(field: "words", code: "too-often"), .tooManyRequests)
                .retryable(after: limits.byLink.wait(of: String(visit.link.id), at: context.now))
        }
        guard bound.isValid, let words = bound[FeedbackAdditionForm.words] else {
            return try await refuse(nil, .unprocessableContent)
        }
        do {
            try await feedback.add(words, by: visit.link, submission, Stamp(stranger: context))
        } catch is FeedbackLinkClosed {
            return try await refuse(nil, .conflict)
        } catch is FeedbackIsFull {
            return try await refuse(FieldError(field: "words", code: "added-enough"), .conflict)
        }
        return .seeOther(Paths.feedback(visit.token), notice: "notice.feedback-added")
    }

    // MARK: Who comes, and what they get

    /// An existing link, with the browser's receipt.
    private struct LinkSession {
        let token: String
        let link: FeedbackLink
        let isOpen: Bool
        var receipt: FeedbackTokens.ReceiptKind?

        var hasAnswered: Bool {
            switch receipt {
            case .answered, .sent: true
            case .opened, nil: false
            }
        }
    }

    private func visit(_ context: AppContext) async throws -> LinkSession? {
        let token = context.parameters.get("token") ?? ""
        guard let link = try await links.find(token: token) else { return nil }
        var visit = LinkSession(token: token, link: link, isOpen: link.state(at: context.now) == .open)
        visit.receipt = kind(of: context.cookies[cookieName(visit)], visit)
        return visit
    }

    private func kind(of receipt: String?, _ visit: LinkSession) -> FeedbackTokens.ReceiptKind? {
        receipt.flatMap { links.tokens.kind(of: $0, for: visit.link.id) }
    }

    /// The same answer for an unknown, used, revoked or expired link.
    private func stranger(_ context: AppContext) async throws -> Response {
        let network = NetworkAddress.network(of: context.address)
        guard limits.guesses.allows(network, at: context.now) else { throw Refusal.tooMany }
        return try await pages.show(FeedbackUnknownPage(company: companyName), to: context, status: .notFound)
    }

    private func ask(
        _ visit: LinkSession, _ bound: BoundForm, _ submission: SubmissionID, after entered: SubmittedForm? = nil,
        _ context: AppContext, status: HTTPResponse.Status? = nil
    ) async throws -> Response {
        let page = FeedbackFormPage(
            bound, token: visit.token, project: visit.link.projectNumber, submission: submission,
            opened: entered.map { trap.opened($0, at: context.now) } ?? trap.opened(at: context.now),
            visit: links.tokens.receipt(.opened, of: visit.link.id), company: companyName, until: visit.link.expiresAt,
            words: pages.words(for: context))
        var response = try await pages.show(
            page, to: context, status: status ?? (bound.isValid ? .ok : .unprocessableContent))
        if visit.receipt == nil { response.headers.add(receipt(.opened, visit)) }
        return response
    }

    private func thanks(
        _ visit: LinkSession, _ context: AppContext, adding bound: BoundForm = FeedbackAdditionForm.form.blank,
        submission: SubmissionID = .random(), status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let feedback = try await feedback.find(ofLink: visit.link.id) else {
            return try await closed(visit, [:], context)
        }
        let opened =
            visit.receipt == .answered ? try await door.openToCustomer(visit.link, context.stamp) : nil
        let page = FeedbackThanksPage(
            feedback, opened, isProven: visit.receipt == .answered, adding: bound, token: visit.token,
            submission: submission, company: companyName,
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: status)
    }

    /// A browser that had the form open is told about the link and keeps its text; strangers learn nothing.
    private func closed(
        _ visit: LinkSession, _ typed: [String: [String]], _ context: AppContext
    ) async throws -> Response {
        guard visit.receipt != nil else { return try await withoutReceipt(visit, context) }
        let state = try await links.find(visit.link.id)?.state(at: context.now) ?? .revoked
        let bound = FeedbackForm.form.bind(typed, today: pages.today(context))
        let page = FeedbackClosedPage(
            state, bound, opened: trap.opened(at: context.now), company: companyName, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: typed.isEmpty ? .gone : .conflict)
    }

    /// The full address of an answered form shows that it was answered, and none of its content (FBK-6); any other
    /// closed link looks unknown.
    private func withoutReceipt(_ visit: LinkSession, _ context: AppContext) async throws -> Response {
        switch visit.link.state(at: context.now) {
        case .used: try await pages.show(FeedbackAnsweredPage(company: companyName), to: context, status: .gone)
        case .open, .revoked, .expired: try await stranger(context)
        }
    }

    private func cookieName(_ visit: LinkSession) -> String { cookies.name("feedback-\(visit.link.id)") }

    private func receipt(_ kind: FeedbackTokens.ReceiptKind, _ visit: LinkSession) -> SetCookie {
        cookies.cookie(
            "feedback-\(visit.link.id)", links.tokens.receipt(kind, of: visit.link.id),
            keptFor: FeedbackLink.days * 86_400)
    }
}

extension Stamp {
    /// A customer acts, even if a member is signed in at the same browser.
    init(stranger context: AppContext) {
        self.init(member: nil, at: context.now, address: context.address, claim: .stranger)
    }
}
