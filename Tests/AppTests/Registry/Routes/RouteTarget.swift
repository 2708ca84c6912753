import Forms
import Testing

@testable import App

/// A request for one cell of the table: a path to a thing that was made for it, and a body that would be accepted.
struct RouteTarget: Sendable {
    let path: String
    let body: [(name: String, value: String)]
    let isPost: Bool
    let isForMembers: Bool

    private static let open = [
        "/", "/health", "/metrics", "/sign-in", "/sign-out", "/language", "/receipts/{submission}", "/set-up/{token}",
        "/feedback/{token}",
        "/feedback/{token}/additions", "/enquiry", "/complaint", "/received",
    ]

    private static func step(in pattern: String) -> String {
        if pattern.hasPrefix("/issues") { return "acceptance" }
        return pattern.hasPrefix("/enquiries") ? "answer" : "finding"
    }

    init(_ line: ExpectedLine, for who: Staff?, in company: TestCompany) async throws {
        let words = line.route.split(separator: " ").map(String.init)
        let (method, pattern) = (words[0], words[1])
        let things = RouteThings(company: company, who: who, whose: line.whose)
        let thing = try await things.make(for: line.route)
        var path = pattern.replacing("{id}", with: thing.id).replacing("{token}", with: thing.id).replacing(
            "{submission}", with: thing.id
        )
        .replacing("{assignment}", with: thing.second).replacing("{equipment}", with: thing.second)
        .replacing("{step}", with: Self.step(in: pattern)).replacing(
            "{year}", with: thing.id)
        if line.route == "GET /access-requests/new" { path += "?record=follow-up-\(thing.id)" }
        if line.route == "GET /work-orders/new" { path += "?project=\(thing.id)" }
        self.path = path
        isPost = method == "POST"
        isForMembers = !Self.open.contains(pattern)
        body =
            isPost
            ? [(name: "submission", value: SubmissionID.random().text)]
                + (try RouteBodies(company: company, thing: thing, who: who).fields(of: line.route)) : []
    }
}

/// What stands in the place of a path's names.
struct RouteThing: Sendable {
    let id: String
    var second = ""
    var version = 1

    init<Thing>(_ id: ID<Thing>, version: Int = 1) {
        self.init(id.number, version: version)
    }

    init(_ id: Int, second: Int? = nil, version: Int = 1) {
        self.id = String(id)
        self.second = second.map(String.init) ?? ""
        self.version = version
    }

    init(_ token: String) { id = token }

    static let missing = RouteThing(999_999, second: 999_999)
}
