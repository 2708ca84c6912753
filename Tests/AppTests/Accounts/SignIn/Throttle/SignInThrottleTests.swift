import Foundation
import Testing

@testable import App

@Suite("The throttle of sign-ins")
struct SignInThrottleTests {
    private let now = AccountsCompany.start

    private func wait(after count: Int, seconds: TimeInterval = 0) -> TimeInterval {
        SignInThrottle.username.wait(
            after: SignInFailures(count: count, last: now), at: now.addingTimeInterval(seconds))
    }

    @Test("the first failures cost nothing, each later one twice as long as the one before, fifteen minutes at most")
    func grows() {
        #expect((0..<3).map { wait(after: $0) } == [0, 0, 0])
        #expect((3..<9).map { wait(after: $0) } == [1, 2, 4, 8, 16, 32])
        #expect(wait(after: 13) == 900)
        #expect(wait(after: 1_000_000) == 900)
    }

    @Test("the wait runs down, and a clock set back does not make it longer")
    func runsDown() {
        #expect(wait(after: 8, seconds: 20) == 12)
        #expect(wait(after: 8, seconds: 32) == 0)
        #expect(wait(after: 8, seconds: -3600) == 32)
    }

    @Test("failures are forgotten with time")
    func fades() {
        let many = SignInFailures(count: 9, last: now)
        let throttle = SignInThrottle.username
        #expect(throttle.adding(to: many, at: now).count == 10)
        #expect(throttle.adding(to: many, at: now.addingTimeInterval(1800)).count == 7)
        #expect(throttle.adding(to: many, at: now.addingTimeInterval(86400)).count == 1)
        #expect(throttle.adding(to: many, at: .distantFuture).count == 1)
        #expect(throttle.adding(to: nil, at: now).count == 1)
    }

    @Test("attempts made side by side count each for itself")
    func parallel() async throws {
        let company = try await AccountsCompany()
        let waits = try await withThrowingTaskGroup(of: TimeInterval.self) { group in
            for _ in 0..<40 {
                group.addTask { [now] in
                    try await company.throttle.reserve(.stranger(username: "zhou", address: "192.0.2.1"), at: now)
                }
            }
            return try await group.reduce(into: [TimeInterval]()) { $0.append($1) }
        }
        #expect(waits.count { $0 == 0 } == 3)
    }

    @Test("a name that strangers fail at has a line for all addresses, an address waits for every name, others go on")
    func subjects() async throws {
        let company = try await AccountsCompany()
        func wait(_ name: String, _ address: String) async throws -> TimeInterval {
            try await company.throttle.reserve(.stranger(username: name, address: address), at: now)
        }
        for number in 0..<3 { #expect(try await wait("zhou", "192.0.2.\(number)") == 0) }
        #expect(try await wait("zhou", "192.0.2.8") == 0)
        #expect(try await wait("zhou", "192.0.2.9") == 10)
        #expect(try await wait("zhou", "192.0.2.10") == 20)
        #expect(try await wait("wang", "192.0.2.9") == 0)
        for number in 0..<20 { #expect(try await wait("name\(number)", "2001:db8::\(number)") == 0) }
        #expect(try await wait("another", "2001:db8:0:0:ffff::1") > 0)
        #expect(try await wait("another", "2001:db8:0:1::1") == 0)
    }

    @Test("a success clears the name and gives the address its attempt back")
    func forgives() async throws {
        let company = try await AccountsCompany()
        for _ in 0..<60 {
            let lane = SignInLane.stranger(username: "zhou", address: "192.0.2.1")
            #expect(try await company.throttle.reserve(lane, at: now) == 0)
            try await company.throttle.forgive(lane, at: now)
        }
    }

    @Test(
        "an address of IPv6 stands for its network",
        arguments: [
            ("2001:db8::1", "2001:db8:0:0"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"), ("::1", "0:0:0:0"),
            ("1::2:3:4:5:6", "1:0:0:2"), ("::ffff:192.0.2.7", "192.0.2.7"), ("192.0.2.7", "192.0.2.7"), ("-", "-"),
            (":::::::::::", "0:0:0:0"),
        ])
    func networks(address: String, network: String) {
        #expect(NetworkAddress.network(of: address) == network)
    }
}
