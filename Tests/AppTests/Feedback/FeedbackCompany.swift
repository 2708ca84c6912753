import Foundation
import Testing

@testable import App

/// Links and feedback made through the stores, for tests whose subject comes after them.
extension TestCompany {
    var feedbackLinks: FeedbackLinkStore { FeedbackLinkStore(database: database, tokens: app.feedbackTokens) }

    /// A link for a project of its own, or for one that is there.
    func link(for project: Project.ID? = nil, by one: Staff = .agent) async throws -> (
        id: FeedbackLink.ID, token: String
    ) {
        let site = if let project { project } else { try await site("HF-\(UUID().uuidString.prefix(8))") }
        try await feedbackLinks.make(for: site, by: try member(one), .random(), try stamp(one))
        let id: FeedbackLink.ID = try await id("SELECT max(id) FROM feedback_link")
        let link = try #require(try await feedbackLinks.find(id))
        return (id, app.feedbackTokens.token(link.nonce))
    }

    /// Feedback that somebody of the staff entered.
    func feedback(
        _ content: FeedbackContent = FeedbackContent(suggestions: "客厅灯再亮一点"), of project: Project.ID? = nil,
        by one: Staff = .agent
    ) async throws -> Feedback.ID {
        let site = if let project { project } else { try await site("HF-\(UUID().uuidString.prefix(8))") }
        _ = try await app.feedbackStore.enter(
            content, of: site, .onSite, on: today, .random(), try stamp(one))
        return try await id("SELECT max(id) FROM feedback")
    }

    /// A customer who has had the form open long enough to read it.
    func customer(at token: String) async throws -> (Browser, ShownForm) {
        let customer = browser(from: "198.51.100.7")
        let page = try await customer.get(Paths.feedback(token))
        clock.advance(seconds: 20)
        return (customer, try page.form(Paths.feedback(token)))
    }
}
