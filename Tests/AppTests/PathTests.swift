import Hummingbird
import Testing

@testable import App

/// Each address stands once, in `Paths`; the route table, pages and redirects take it from there.
struct PathTests {
    @Test("what stands in braces is replaced, in the order of the address")
    func filled() {
        #expect(Paths.customer(7) == "/customers/7")
        #expect(Paths.appointmentNotice(7) == "/visits/7/appointments/notice")
        #expect(Paths.feedback("a-token") == "/feedback/a-token")
        #expect(Paths.enquiryStep(7, .secondFollowUp) == "/enquiries/7/steps/second-follow-up")
        #expect(Paths.assignment(7, project: 8) == "/projects/8/people/7")
    }

    @Test("every URL pattern has one name, and is an address of the route table")
    func patterns() async throws {
        let patterns = try ProjectFolder.urlPatterns()
        #expect(Set(patterns.values).count == patterns.count)
        let company = try await TestCompany(isStaffed: false)
        let routes = Set(company.app.router().routes.map { "\($0.path)" })
        // A script puts the number after this one.
        #expect(Set(patterns.values).subtracting(routes).sorted() == [Paths.receipts])
        #expect(routes.subtracting(patterns.values).sorted() == [])
    }

    @Test("no other file of the program holds an address, and no template does")
    func literals() throws {
        let sources = ProjectFolder.sources.filter { $0.path.hasPrefix("Sources/App/") && $0.name != "Paths.swift" }
        let written = sources.flatMap { file in
            file.literals.filter { $0.contains(#/^/(?!assets/|proc/)[a-z]/#) }.map { "\(file.path): \($0)" }
        }
        #expect(written == [], "give it a name in Sources/App/Paths.swift")
        let templates = ProjectFolder.templates
        #expect(templates.count > 100)
        let drawn = try templates.flatMap { file in
            try file.matches(#"\b(?:href|action|formaction|src)="(/[^"]*)""#).map { "\(file.path): \($0)" }
        }
        #expect(drawn == [], "let the page give it, from Sources/App/Paths.swift")
    }
}
