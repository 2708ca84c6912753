import Forms
import Rulebooks

/// Repeatable random numbers (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension ProjectLife {
    /// Any life at all, sensible or not: some milestones known, some only planned, in any order of days.
    static func random(using random: inout SeededNumbers) -> ProjectLife {
        let first = ClosedRange<Day>.years(2024...2024).lowerBound
        var milestones: [MilestoneKind: MilestoneDates] = [:]
        for kind in MilestoneKind.allCases where Int.random(in: 0..<4, using: &random) > 0 {
            let planned = first.adding(days: .random(in: 0..<1_500, using: &random))
            let actual = planned.adding(days: .random(in: -20...20, using: &random))
            let known = Int.random(in: 0..<3, using: &random)
            milestones[kind] = MilestoneDates(
                planned: known == 0 ? nil : planned,
                actual: known == 1 ? nil : actual,
                handledBy: kind.canBeHandledByOther
                    ? [.customer, .other, nil].randomElement(using: &random) ?? nil : nil)
        }
        return ProjectLife(
            registered: first,
            milestones: milestones,
            events: (0..<3).map { ProjectEvent(name: .solved, day: first.adding(days: $0 * 90), id: "\($0)") },
            hasFeedback: Bool.random(using: &random))
    }
}
