import App
import ArgumentParser
import Forms
import Foundation
import Rulebooks

/// Prints a project's plan, without a database.
struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what a rulebook plans for a project.")

    @Option(help: "A shipped rulebook.") var rulebook = "decoration"
    @Option(
        name: .customLong("milestone"), help: "A dated milestone, such as started=2026-03-02; give it once for each.")
    var milestones: [String] = []
    @Option(
        name: .customLong("handled-by"),
        help: "Who handled the warranty procedure, or the final payment: customer or other.")
    var handledBy: String?
    @Option(help: "The last day to plan for, such as 2029-03-02; three years after the last milestone when left out.")
    var until: String?
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let book = try book()
        let life = try PlanArguments(milestones: milestones, handledBy: handledBy).life()
        let end = try until.map { text in
            guard let day = Day(text) else { throw ValidationError("--until takes a date, such as 2029-03-02") }
            return day
        }
        let plan = book.plan(for: life, until: end ?? life.lastKnownDay.adding(months: 36), calendar: .standard)
        print(json ? try Self.json(plan) : Self.text(plan))
    }

    private func book() throws -> Rulebook {
        do {
            return try Rulebook.pack(rulebook)
        } catch {
            throw ValidationError(
                "there is no rulebook \"\(rulebook)\"; choose one of: \(Rulebook.packNames.joined(separator: ", "))")
        }
    }

    private static func text(_ plan: [OwedFollowUp]) -> String {
        plan.isEmpty
            ? "Nothing is owed."
            : plan.map { "\($0.opens)  \($0.closes)  \($0.channel.rawValue)  \($0.stage)" }.joined(separator: "\n")
    }

    private struct Line: Encodable {
        let stage: String
        let channel: String
        let opens: String
        let closes: String
    }

    private static func json(_ plan: [OwedFollowUp]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let lines = plan.map {
            Line(
                stage: $0.stage, channel: $0.channel.rawValue, opens: $0.opens.description,
                closes: $0.closes.description)
        }
        return String(decoding: try encoder.encode(lines), as: UTF8.self)
    }
}

/// Parses the life of a project from `name=date` arguments.
struct PlanArguments {
    let milestones: [String]
    let handledBy: String?

    /// - Throws: `ValidationError` that names the argument and its expected form.
    func life() throws -> ProjectLife {
        var dates: [MilestoneKind: MilestoneDates] = [:]
        var events: [ProjectEvent] = []
        for text in milestones {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let day = Day(parts[1]) else {
                throw ValidationError("\"\(text)\" should look like started=2026-03-02")
            }
            if parts[0] == "planned-completed" {
                dates[.completed] = MilestoneDates(planned: day, actual: dates[.completed]?.actual)
            } else if let name = ProjectEvent.Name(rawValue: parts[0]) {
                // Like milestones, events are given with a day.
                events.append(ProjectEvent(name: name, day: day, id: String(events.count + 1)))
            } else {
                guard let kind = MilestoneKind(rawValue: parts[0]) else { throw Self.unknown(parts[0]) }
                dates[kind] = MilestoneDates(planned: dates[kind]?.planned, actual: day)
            }
        }
        try addHandler(to: &dates)
        let days = dates.values.flatMap { [$0.planned, $0.actual] }.compactMap { $0 } + events.map(\.day)
        guard let first = days.min() else {
            throw ValidationError("give at least one --milestone, such as started=2026-03-02")
        }
        return ProjectLife(registered: first, milestones: dates, events: events)
    }

    /// Who handled the warranty procedure, or else the final payment.
    private func addHandler(to dates: inout [MilestoneKind: MilestoneDates]) throws {
        guard let handledBy else { return }
        guard let handler = Handler(rawValue: handledBy) else {
            throw ValidationError("--handled-by takes customer or other")
        }
        let kind: MilestoneKind = dates[.warrantyProcedure] == nil ? .finalPayment : .warrantyProcedure
        guard let known = dates[kind] else { return }
        dates[kind] = MilestoneDates(planned: known.planned, actual: known.actual, handledBy: handler)
    }

    private static func unknown(_ name: String) -> ValidationError {
        let names =
            MilestoneKind.allCases.map(\.rawValue) + ["planned-completed"] + ProjectEvent.Name.allCases.map(\.rawValue)
        return ValidationError("there is no milestone \"\(name)\"; choose one of: \(names.joined(separator: ", "))")
    }
}
