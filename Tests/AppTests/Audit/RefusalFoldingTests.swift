import Foundation
import Testing

@testable import App

@Suite("Refusals of one kind by one person are folded (ACC-5)")
struct RefusalFoldingTests {
    private static let start = TestClock.start

    private func key(_ member: Member.ID = 1, _ route: String = "/audit") -> RefusalFolding.Key {
        let stamp = Stamp(member: member, at: Self.start, address: "192.0.2.1")
        return RefusalFolding.Key(.actionRefused, .company, stamp, detail: ["route": route])
    }

    @Test("the first three of a minute are written, the others counted")
    func counted() {
        let folding = RefusalFolding()
        let written = (0..<400).count { _ in folding.note(key(), at: Self.start) }
        #expect(written == 3)
        #expect(folding.flush(Self.start.addingTimeInterval(59)) == [], "the minute is not over")
        let over = Self.start.addingTimeInterval(60)
        #expect(folding.flush(over) == [RefusalFolding.Folded(key: key(), count: 397)])
        #expect(folding.flush(over) == [], "told once")
        #expect(folding.note(key(), at: over), "a new minute")
    }

    @Test("what another person is refused, or at another place, is another refusal")
    func apart() {
        let folding = RefusalFolding()
        for _ in 0..<3 { #expect(folding.note(key(), at: Self.start)) }
        #expect(folding.note(key(2), at: Self.start) && folding.note(key(1, "/fees"), at: Self.start))
        #expect(!folding.note(key(), at: Self.start))
    }

    @Test("counts outlive the minute until they are written, and a write that failed")
    func kept() {
        let folding = RefusalFolding()
        for _ in 0..<5 { _ = folding.note(key(), at: Self.start) }
        let later = Self.start.addingTimeInterval(61)
        #expect(folding.note(key(), at: later))
        let folded = folding.flush(nil)
        #expect(folded.map(\.count) == [2])
        folding.putBack(folded, at: later)
        #expect(folding.flush(nil).map(\.count) == [2])
    }

    @Test("a person who tries the same page four hundred times leaves four entries")
    func person() async throws {
        let company = try await TestCompany()
        let technician = try await company.browser(signedInAs: .technician)
        for _ in 0..<400 { #expect(try await technician.get(Paths.audit).status == 403) }
        let refused = "SELECT count(*) FROM audit_entry WHERE action = 'action-refused'"
        #expect(try await company.number(refused) == 3)
        try await company.app.auditStore.writeFoldedRefusals(nil, at: company.clock.now)
        #expect(try await company.number(refused) == 4)
        let detail =
            "SELECT detail ->> 'count' FROM audit_entry WHERE action = 'action-refused' ORDER BY id DESC LIMIT 1"
        #expect(try await company.number(detail) == 397)
    }
}
