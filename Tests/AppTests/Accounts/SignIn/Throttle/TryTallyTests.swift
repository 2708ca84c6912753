import Foundation
import Testing

@testable import App

@Suite("Counting failed attempts (ACC-5)")
struct TryTallyTests {
    private let start = Date(timeIntervalSince1970: 1_795_000_020)

    private func subject(_ address: String, _ member: Member.ID? = nil) -> TrySubject {
        TrySubject(action: .signInFailed, member: member, address: address)
    }

    @Test("the first five of a minute from one address stand for themselves, in the next minute again")
    func alone() {
        var tally = TryTally()
        let first = (0..<9).map { _ in tally.standsAlone(subject("192.0.2.1"), at: start) }
        #expect(first.count { $0 } == 5)
        let elsewhere = tally.standsAlone(subject("192.0.2.2"), at: start)
        let later = tally.standsAlone(subject("192.0.2.1"), at: start.addingTimeInterval(60))
        #expect(elsewhere && later)
    }

    @Test("so do the first five about one member, and thirty of all")
    func rotating() {
        var tally = TryTally()
        let aimed = (0..<50).count { tally.standsAlone(subject("203.0.113.\($0)", 7), at: start) }
        #expect(aimed == 5)
        let all = (0..<500).count { tally.standsAlone(subject("198.51.\($0 / 200).\($0 % 200)"), at: start) }
        #expect(all == 25)
    }

    @Test("what was counted is due when its minute is over, once")
    func due() {
        var tally = TryTally()
        for _ in 0..<40 { tally.count(subject("192.0.2.1", 7), at: start) }
        tally.count(subject("192.0.2.2"), at: start)
        #expect(tally.due(at: start.addingTimeInterval(59)).isEmpty)
        #expect(tally.due(at: start.addingTimeInterval(60)) == [subject("192.0.2.1", 7): 40, subject("192.0.2.2"): 1])
        #expect(tally.due(at: start.addingTimeInterval(120)).isEmpty)
    }

    @Test("as the server stops, the minute is not waited for")
    func stopping() {
        var tally = TryTally()
        tally.count(subject("192.0.2.1"), at: start)
        #expect(tally.due(at: start, evenNow: true).count == 1)
    }

    @Test("a flood from ever new addresses comes to twenty-one entries, and none is lost")
    func flood() {
        var tally = TryTally()
        for number in 0..<10_000 { tally.count(subject("2001:db8:\(number)::1"), at: start) }
        let due = tally.due(at: start.addingTimeInterval(60))
        #expect(due.count == 21)
        #expect(due.values.reduce(0, +) == 10_000)
        #expect(due[subject(TryTally.manyPlaces)] == 9_980)
    }
}
