import Forms
import Foundation
import Rulebooks

// Measures what CAD-6 promises: 100,000 projects planned from nothing in seconds, one planned again in milliseconds.
//
//     swift run -c release PlanBenchmark [PROJECTS]

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
let clock = ContinuousClock()

/// A project as most are: begun some day of four years, completed about three months later, one repair.
func life(_ number: Int) -> ProjectLife {
    let first = ClosedRange<Day>.years(2023...2023).lowerBound.adding(days: number * 7 % 1_461)
    func reached(_ days: Int) -> MilestoneDates { MilestoneDates(actual: first.adding(days: days)) }
    let completed = MilestoneDates(planned: first.adding(days: 100), actual: first.adding(days: 95 + number % 12))
    return ProjectLife(
        registered: first,
        milestones: [
            .deposit: reached(0), .contract: reached(5), .purchased: reached(5), .started: reached(12),
            .concealedWorks: reached(30), .carpentersOut: reached(55), .midPayment: reached(56),
            .secondPhase: reached(70), .completed: completed, .finalPayment: reached(110),
            .warrantyProcedure: reached(111),
        ],
        events: [ProjectEvent(name: .closed, day: first.adding(days: 200), id: "repair")])
}

let lives = (0..<count).map(life)
// The holidays of all years are computed once, when they are first asked for.
let calendarTime = clock.measure { _ = WorkCalendar.standard.isHoliday(.latest) }
print("the calendar was computed in \(calendarTime)")

for name in Rulebook.packNames {
    let rulebook = try Rulebook.pack(name)
    var owed = 0
    var slowest = Duration.zero
    let all = clock.measure {
        for life in lives {
            let one = clock.measure {
                let until = life.lastKnownDay.adding(months: 36)
                owed += rulebook.plan(for: life, until: until, calendar: .standard).count
            }
            slowest = max(slowest, one)
        }
    }
    print("\(name): \(count) projects, \(owed) follow-ups in \(all); the slowest project took \(slowest)")
}

// Linux tells the most memory that a process ever had; elsewhere the line is left out.
let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
if let most = status?.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) {
    print("most memory at one time: \(most.dropFirst(6).trimmingCharacters(in: .whitespaces))")
}
