import Foundation
import GRDB
import Testing

@testable import App

@Suite("The slow lane of browsers that nobody knows (ACC-14)")
struct SlowLaneTests {
    private let company: AccountsCompany

    init() async throws { company = try await AccountsCompany() }

    private func wait(_ address: String, after seconds: TimeInterval = 0, name: String = "zhou") async throws
        -> TimeInterval
    {
        try await company.throttle.reserve(
            .stranger(username: name, address: address), at: AccountsCompany.start.addingTimeInterval(seconds))
    }

    @Test("from ever new addresses one guess each ten seconds is made, and no more")
    func rate() async throws {
        var (made, turns) = (0, [String: Double]())
        for second in stride(from: 0.0, to: 300, by: 3) {
            turns["203.0.\(Int(second) / 3).1"] = 0
            for (address, turn) in turns where turn <= second {
                let wait = try await wait(address, after: second)
                turns[address] = second + wait
                if wait == 0 { made += 1 }
            }
        }
        #expect(made > 20 && made <= 3 + 1 + 300 / 10)
    }

    @Test("whoever waits for their turn gets in, however many strangers go on")
    func turn() async throws {
        for number in 0..<40 { _ = try await wait("203.0.113.\(number)") }
        let own = try await wait("198.51.100.7")
        #expect(own > 0 && own <= 400)
        for second in stride(from: 1.0, to: own, by: 5) {
            for number in 0..<4 { _ = try await wait("203.0.\(Int(second)).\(number)", after: second) }
        }
        guard case .signedIn = try await company.trySigningIn(after: own, from: "198.51.100.7") else {
            Issue.record("the owner's turn was given to somebody else")
            return
        }
    }

    @Test("one network holds one place, so pressing again and again gains nothing and loses nothing")
    func onePlace() async throws {
        for number in 0..<5 { _ = try await wait("203.0.113.\(number)") }
        let first = try await wait("198.51.100.7")
        for second in 1..<5 { #expect(try await wait("198.51.100.7", after: Double(second)) == first - Double(second)) }
        for number in 0..<20 { _ = try await wait("2001:db8:1:\(number)::1") }
        let next = try await wait("198.51.100.8")
        #expect(next <= first + 20)
    }

    @Test("a network that fails again and again waits longer each time, and others do not")
    func penalty() async throws {
        var second = 0.0
        for _ in 0..<10 {
            let wait = try await wait("203.0.113.1", after: second)
            second += wait
            if wait > 0 { #expect(try await self.wait("203.0.113.1", after: second) == 0) }
        }
        #expect(try await wait("203.0.113.1", after: second) > 60)
        #expect(try await wait("198.51.100.7", after: second) <= 10)
    }

    @Test("a turn that was not taken lapses, and one given by a clock that ran ahead counts for nothing")
    func lapsed() {
        let (turns, now) = (SignInTurns.username, AccountsCompany.start)
        #expect(turns.turn(own: now.addingTimeInterval(-1_799), next: nil, at: now).own < now)
        #expect(turns.turn(own: now.addingTimeInterval(-1_800), next: nil, at: now).own == now)
        let ahead = now.addingTimeInterval(90_000)
        #expect(turns.turn(own: ahead, next: ahead, at: now).own == now)
    }

    @Test("an attempt that was not made after all is given back")
    func givenBack() async throws {
        let lane = SignInLane.stranger(username: "zhou", address: "192.0.2.1")
        for _ in 0..<20 {
            #expect(try await company.throttle.reserve(lane, at: AccountsCompany.start) == 0)
            try await company.throttle.giveBack(lane, at: AccountsCompany.start)
        }
    }

    @Test("guesses in a session are counted there and keep nobody out, not even oneself elsewhere")
    func session() async throws {
        let signedIn = try #require(try await company.found(try await company.token()))
        for _ in 0..<6 {
            _ = try await company.change.attempt(
                by: signedIn, current: "wrong horse battery", new: "another horse battery", location: "/sessions",
                .random(), AccountsCompany.stamp(company.zhou))
        }
        guard case .signedIn = try await company.trySigningIn() else {
            Issue.record("a session's guesses count against signing in")
            return
        }
        let other = try #require(try await company.found(try await company.token()))
        guard
            case .changed = try await company.change.attempt(
                by: other, current: AccountsCompany.password, new: "another horse battery", location: "/sessions",
                .random(), AccountsCompany.stamp(company.zhou))
        else {
            Issue.record("a session's guesses count against another one")
            return
        }
    }

    @Test("strangers' failures at a name do not keep its owner from changing the password")
    func strangersAndSessions() async throws {
        let signedIn = try #require(try await company.found(try await company.token()))
        for number in 0..<30 { _ = try await wait("203.0.113.\(number)") }
        guard
            case .changed = try await company.change.attempt(
                by: signedIn, current: AccountsCompany.password, new: "another horse battery", location: "/sessions",
                .random(), AccountsCompany.stamp(company.zhou))
        else {
            Issue.record("kept out by strangers")
            return
        }
    }

    @Test("what is a day old is forgotten")
    func sweep() async throws {
        _ = try await wait("203.0.113.1")
        try await company.throttle.sweep(at: AccountsCompany.start.addingTimeInterval(24 * 3600))
        #expect(try await rows() > 0)
        try await company.throttle.sweep(at: AccountsCompany.start.addingTimeInterval(24 * 3600 + 1))
        #expect(try await rows() == 0)
    }

    private func rows() async throws -> Int {
        try await company.throttle.database.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM sign_in_throttle")
        }
            ?? 0
    }
}
