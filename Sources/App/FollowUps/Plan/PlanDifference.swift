import Rulebooks

/// Diff between a project's stored follow-ups and its plan: the changes that would bring them in line.
struct PlanDifference {
    let added: [OwedFollowUp]
    let moved: [(stored: PlannedRow, planned: OwedFollowUp)]
    let removed: [PlannedRow]

    init(from stored: [String: PlannedRow], to owed: [OwedFollowUp]) {
        var rest = stored
        var added: [OwedFollowUp] = []
        var moved: [(stored: PlannedRow, planned: OwedFollowUp)] = []
        for item in owed {
            guard let existing = rest.removeValue(forKey: item.key) else {
                added.append(item)
                continue
            }
            if existing.followsPlan, existing.differs(from: item) { moved.append((existing, item)) }
        }
        self.added = added
        self.moved = moved
        removed = rest.values.filter { $0.state == .owed }.sorted { $0.id < $1.id }
    }

    var count: PlanChange { PlanChange(added: added.count, moved: moved.count, removed: removed.count) }
}

/// The number of follow-ups that a new plan changed.
struct PlanChange: Sendable, Hashable {
    var added = 0
    var moved = 0
    var removed = 0

    static func + (left: PlanChange, right: PlanChange) -> PlanChange {
        PlanChange(
            added: left.added + right.added, moved: left.moved + right.moved, removed: left.removed + right.removed)
    }
}
