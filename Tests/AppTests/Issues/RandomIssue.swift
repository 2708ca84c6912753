import Foundation

@testable import App

/// An issue to which anything may happen, in any order.
struct RandomIssue {
    static let everything: [IssueHappening] = [
        .raised(category: "repair"), .raised(category: nil), .categorised("water-electricity"),
        .categorised("quality"), .referred(to: "quality"), .referred(to: "maintenance"), .accepted, .handedBack,
        .transferred(to: "design"), .transferred(to: "quality"), .disputed, .ruled(to: "finance"),
        .triaged(isOurs: true), .triaged(isOurs: false), .answered,
        .promised(Date(timeIntervalSince1970: 1_800_000_000)), .paused(.customer), .paused(.parts), .paused(.fee),
        .resumed, .ordered, .arrived, .visited, .solved, .verified(isContent: true), .verified(isContent: false),
        .closed, .reopened,
    ]

    private(set) var events: [IssueEvent]
    private(set) var life: IssueLife
    private(set) var now: Date
    private(set) var refused = 0

    init(_ start: Date, _ random: inout some RandomNumberGenerator) {
        let category = ["repair", "quality", "water-electricity", nil].randomElement(using: &random) ?? nil
        events = [IssueEvent(.raised(category: category), at: start)]
        life = IssueLife(category: category)
        now = start
    }

    /// Tries something; whatever is refused leaves everything as it was.
    /// - Returns: whether it happened.
    mutating func step(_ random: inout some RandomNumberGenerator) -> Bool {
        now += TimeInterval.random(in: 0...40_000, using: &random)
        guard var happening = Self.everything.randomElement(using: &random) else { return false }
        if case .promised = happening {
            happening = .promised(now + TimeInterval.random(in: -50_000...200_000, using: &random))
        }
        guard life.refusal(of: happening, at: now, reopeningWithin: 365) == nil else {
            refused += 1
            return false
        }
        let event = IssueEvent(happening, at: now)
        events.append(event)
        life.record(event)
        return true
    }
}
