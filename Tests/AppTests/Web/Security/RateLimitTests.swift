import Foundation
import Testing

@testable import App

@Suite("How often something may be done (WEB-3)")
struct RateLimitTests {
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    @Test("as often as was said in a span of time, for each by itself; afterwards again")
    func span() {
        let limit = RateLimit(2, in: 60)
        #expect((0..<4).map { _ in limit.allows("a", at: start) } == [true, true, false, false])
        #expect(limit.allows("b", at: start))
        #expect(
            !limit.allows("a", at: start.addingTimeInterval(59)) && limit.allows("a", at: start.addingTimeInterval(60)))
    }

    @Test("a flood of addresses fills no memory, locks nobody out who was there, and is forgotten")
    func flood() {
        let limit = RateLimit(2, in: 60)
        _ = limit.allows("customer", at: start)
        let allowed = (0..<30_000).filter { limit.allows("robot \($0)", at: start) }.count
        #expect(allowed == 19_999)
        #expect(limit.allows("customer", at: start) && !limit.allows("another", at: start))
        #expect(limit.allows("another", at: start.addingTimeInterval(61)))
    }
}
