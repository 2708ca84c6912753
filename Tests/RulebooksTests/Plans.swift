import Forms
import Foundation
import Rulebooks
import Testing

/// Ways for tests to write days, lives and plans in a line each.
func day(_ text: String) throws -> Day {
    try #require(Day(text), "\(text) is no day")
}

extension ProjectLife {
    /// A life from days as text; `planned-…` gives the planned day of a milestone.
    init(
        _ days: [(String, String)], handledBy handlers: [MilestoneKind: Handler] = [:], events: [ProjectEvent] = [],
        hasFeedback: Bool = false
    ) throws {
        var milestones: [MilestoneKind: MilestoneDates] = [:]
        for (name, text) in days {
            let isPlanned = name.hasPrefix("planned-")
            let kind = try #require(MilestoneKind(rawValue: isPlanned ? String(name.dropFirst(8)) : name))
            let known = milestones[kind]
            milestones[kind] = MilestoneDates(
                planned: isPlanned ? try day(text) : known?.planned,
                actual: isPlanned ? known?.actual : try day(text),
                handledBy: handlers[kind])
        }
        self.init(
            registered: try day("2026-01-05"), milestones: milestones, events: events, hasFeedback: hasFeedback)
    }
}

extension [OwedFollowUp] {
    /// One line each: "key opens closes".
    var lines: [String] { map { "\($0.key) \($0.opens) \($0.closes)" } }
}

extension Rulebook {
    func lines(for life: ProjectLife, until: String = "2031-12-31") throws -> [String] {
        plan(for: life, until: try day(until), calendar: .standard).lines
    }
}
