import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// `/enquiry` and `/complaint`: the public forms, for customers and strangers (WEB-1, WEB-3).
struct PublicMessagesController: Sendable {
    let enquiries: EnquiryStore
    let trap: BotTrap
    let limits: PublicLimits
    let receipts: MessageReceipts
    let companyName: String
    let pages: PageResponder

    @Sendable func newEnquiry(_ request: Request, _ context: AppContext) async throws -> Response {
        try await ask(.enquiry, MessageForm.form(.enquiry).blank, .random(), context)
    }

    @Sendable func newComplaint(_ request: Request, _ context: AppContext) async throws -> Response {
        try await ask(.complaint, MessageForm.form(.complaint).blank, .random(), context)
    }

    @Sendable func enquire(_ request: Request, _ context: AppContext) async throws -> Response {
        try await receive(.enquiry, request, context)
    }

    @Sendable func complain(_ request: Request, _ context: AppContext) async throws -> Response {
        try await receive(.complaint, request, context)
    }

    /// Shows the number to the browser with its receipt.
    @Sendable func received(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = request.query
        guard let number = query["number"], receipts.isOurs(query["proof"] ?? "", of: number) else {
            throw Refusal.notFound
        }
        let page = MessageReceivedPage(number, company: companyName, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    /// Not by `take`: the honeypot and the rate limit come between binding and storing.
    private func receive(_ kind: MessageKind, _ request: Request, _ context: AppContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let bound = MessageForm.form(kind).bind(entered.fields, today: pages.today(context))
        guard let message = MessageForm.message(bound) else {
            // A page from the browser's history: its form was sent with other content, which is not shown to the next
            // person at the device.
            guard try await !enquiries.hasReceived(submission) else {
                return .seeOther(Paths.form(of: kind))
            }
            return try await ask(kind, bound, submission, after: entered, context)
        }
        // The same form again, after a lost connection or a double click, does not count against the rate limit.
        if let number = try await enquiries.number(toldTo: submission) { return .seeOther(receipts.path(of: number)) }
        guard trap.isPerson(entered, at: context.now) else {
            return try await ask(
                kind, bound.adding(FieldError(field: "form", code: "too-quick")), submission, after: entered, context)
        }
        let network = NetworkAddress.network(of: context.address)
        let limit = limits.messages(kind)
        guard limit.allows(network, at: context.now) else {
            let refused = bound.adding(FieldError(field: "form", code: "too-many-messages"))
            return try await ask(kind, refused, submission, after: entered, context, status: .tooManyRequests)
                .retryable(after: limit.wait(of: network, at: context.now))
        }
        let number = try await enquiries.receive(kind, message, submission, Stamp(stranger: context))
        return .seeOther(receipts.path(of: number))
    }

    private func ask(
        _ kind: MessageKind, _ bound: BoundForm, _ submission: SubmissionID, after entered: SubmittedForm? = nil,
        _ context: AppContext,
        status: HTTPResponse.Status? = nil
    ) async throws -> Response {
        let page = MessagePage(
            kind, bound, submission: submission,
            opened: entered.map { trap.opened($0, at: context.now) } ?? trap.opened(at: context.now),
            company: companyName,
            words: pages.words(for: context))
        return try await pages.show(
            page, to: context, status: status ?? (bound.isValid ? .ok : .unprocessableContent))
    }
}

/// Signed receipts of message numbers, so that nobody can enumerate them.
struct MessageReceipts: Sendable {
    private let key: [UInt8]

    /// - Parameter key: 32 secret bytes.
    init(key: [UInt8]) { self.key = key }

    func path(of number: String) -> String {
        Paths.with(Paths.messageReceived, [("number", number), ("proof", proof(number))])
    }

    func isOurs(_ proof: String, of number: String) -> Bool {
        Sodium.areEqual(proof, self.proof(number))
    }

    private func proof(_ number: String) -> String { Sodium.keyedToken("message " + number, key: key) }
}
