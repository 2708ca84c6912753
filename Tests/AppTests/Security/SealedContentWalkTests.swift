import HTTPTypes
import Testing

@testable import App

/// Sealed content in any answer to somebody without a grant: never (ACC-2).
struct SealedContentWalkTests {
    private static let everybody: [Staff?] = Staff.allCases + [nil]

    /// The numbers of everything that has to do with the marked records, and some that have not.
    private func numbers(_ records: MarkedRecords) async throws -> [String] {
        let things = records.calls.values.flatMap { [$0.id.number, $0.projectID.number, $0.customerID.number] }
        return Set(things + Array(1...8)).sorted().map(String.init) + EveryAddress.odd
    }

    private func walk(_ watch: MarkWatch, _ records: MarkedRecords) async throws {
        let addresses = EveryAddress(company: records.company)
        let marked = records.calls.values.map { Paths.record($0.id) + "?revision=1" }
        try await watch.walk(from: addresses.paths(.get, numbers: try await numbers(records)) + marked + ["/nothing"])
    }

    @Test(
        "no page, list, search, file or error shows content to whom it is closed, and all of it to whom it is open",
        arguments: everybody)
    func walk(_ who: Staff?) async throws {
        let records = try await MarkedRecords.make()
        let watch = try await MarkWatch(records, as: who)
        try await walk(watch, records)
        let readable = MarkedRecords.readable(by: who).reduce(into: Set<String>()) {
            $0.formUnion(records.marks(of: $1))
        }
        #expect(watch.seen == readable)
        #expect(watch.answers > 300)
    }

    @Test("a browser whose session has ended sees no content, whoever sat there", arguments: [Staff.admin, .agent])
    func ended(_ who: Staff) async throws {
        let records = try await MarkedRecords.make()
        let watch = try await MarkWatch(records, as: who, hasEnded: true)
        try await walk(watch, records)
        try await sendEverything(watch, records)
        #expect(watch.seen == [])
    }

    @Test("no form that anybody sends anywhere is answered with content that is closed to them", arguments: everybody)
    func forms(_ who: Staff?) async throws {
        let records = try await MarkedRecords.make()
        let watch = try await MarkWatch(records, as: who)
        try await sendEverything(watch, records)
        // The author's own unsealed sheet, beside what was sent from another window.
        #expect(watch.seen.isEmpty == (who != .agent))
    }

    /// Every address that takes forms, with nothing, with the fields of all our forms, and with what no page sends.
    private func sendEverything(_ watch: MarkWatch, _ records: MarkedRecords) async throws {
        let numbers = (records.calls.values.map(\.id) + [1, 2]).sorted().map(String.init) + ["999999", "x"]
        // These end the session, or put another in its place; nobody's content is near them.
        let leaving = ["/sign-in", "/sign-out", "/sessions/ending", "/password"]
        let paths = EveryAddress(company: records.company).paths(.post, numbers: numbers)
            .filter { !leaving.contains($0) && !$0.hasPrefix("/sessions/") && !$0.hasPrefix("/staff") }
        for path in paths {
            for body in ["", plausible(), "%ZZ&&&==\u{0}", "submission=" + String(repeating: "x", count: 60)] {
                _ = try await watch.look(.post, path, body: body)
            }
            _ = try await watch.look(.put, path)
        }
    }

    private func plausible() -> String {
        FormText.encode([
            ("submission", SubmissionID.random().text), ("version", "1"), ("overall", "4"), ("outcome", "no-answer"),
            ("reason", "为核对客户投诉中提到的工期而查阅"), ("hours", "24"), ("language", "en"), ("return", "/"),
        ])
    }

    @Test("each closed record that is tried leaves an entry of its own", arguments: [Staff.agent2, .executive])
    func tried(_ who: Staff) async throws {
        let records = try await MarkedRecords.make()
        let browser = try await records.company.browser(signedInAs: who)
        for thing in MarkedRecords.Thing.allCases where !thing.isDraft {
            let record = try #require(records.records[thing])
            #expect(try await browser.get(record.path).status == 403)
            let refused = try await records.company.audited(record.kind, record.id).filter { $0 == "record-refused" }
            #expect(refused.count == 1)
        }
    }
}
