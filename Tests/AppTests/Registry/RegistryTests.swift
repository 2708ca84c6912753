import Hummingbird
import Testing

@testable import App

/// What newcomers would forget: a form that no test fills is attacked and replayed by none.
struct RegistryTests {
    /// Routes that a test of their own fills, as they are for strangers, for a script or for a file; and those that wait
    /// for a line in `FormSubmissions`, from which tests make attacks, replays and failures half-way.
    private static let byThemselves: Set = [
        "/sign-in", "/sign-out", "/set-up/{token}", "/language", "/clock/confirmation", "/sessions/{id}/ending",
        "/enquiry", "/complaint", "/feedback/{token}", "/feedback/{token}/additions", "/follow-ups/{id}/draft",
        "/rulebook/proposals", "/visits/{id}/photographs",
        // Waiting
        "/calendar/{year}/withdrawal", "/enquiries/{id}/phone", "/enquiries/{id}/steps/{step}",
        "/excuse-requests/{id}/approval", "/excuse-requests/{id}/refusal", "/feedback-links",
        "/feedback-links/{id}/revocation", "/handovers/{id}/reversal", "/issues/{id}/customer", "/issues/{id}/phones",
        "/photographs/{token}/removal", "/photographs/{token}/return", "/projects/{id}/feedback",
        "/projects/{id}/feedback-links", "/rulebook/versions/{id}/proposal", "/visits/{id}/acceptance",
        "/visits/{id}/arrival", "/visits/{id}/filing", "/visits/{id}/phone",
    ]

    @Test("every POST route is sent by a form of the registry, or stands in the list above")
    func forms() async throws {
        let made = try await FormSubmissions.make()
        var sent = FormSubmissions.all.map { $0.action(made) }
        for known in KnownForm.all {
            let company = try await TestCompany()
            sent.append(try await known.open(company, company.browser(signedInAs: known.staff)).action)
        }
        let routes = made.company.app.router().routes.filter { $0.method == .post }.map { "\($0.path)" }
        let covered = Set(sent.compactMap { action in routes.filter { Self.route($0, matches: action) }.min() })
        #expect(routes.count > 70)
        #expect(
            Set(routes).subtracting(covered).subtracting(Self.byThemselves).sorted() == [],
            "add the form to Tests/AppTests/Registry/Forms/KnownForm.swift or FormSubmissions.swift")
        #expect(Self.byThemselves.subtracting(routes).sorted() == [], "no routes any more: take them out of the list")
        #expect(Self.byThemselves.intersection(covered).sorted() == [], "filled by now: take them out of the list")
    }

    private static func route(_ pattern: String, matches action: String) -> Bool {
        let (names, parts) = (pattern.split(separator: "/"), action.prefix { $0 != "?" }.split(separator: "/"))
        return names.count == parts.count && zip(names, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
}
