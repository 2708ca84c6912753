import Forms
import Foundation
import Rulebooks

/// Puts issues into words, the same on every page.
struct IssueWords: Sendable {
    let rulebook: Rulebook
    let words: Words
    let now: Date

    var today: Day { Day(now, in: words.zone) }

    func department(_ id: String?) -> String { id.map { rulebook.departmentTitle($0, words) } ?? "" }
    func category(_ id: String?) -> String { id.map { rulebook.issueCategoryTitle($0, words) } ?? "" }
    func state(_ state: IssueState) -> String { words("issue.state.\(state.rawValue)") }

    /// The customer as one speaks of them, or whoever called.
    func customer(_ issue: CustomerIssue) -> String {
        issue.customer.map { $0.formOfAddress.words(for: $0.name, words) }
            ?? (issue.callerName.isEmpty ? words("issues.nobody-known") : issue.callerName)
    }

    func badge(_ state: IssueState) -> PageValue {
        let look: BadgeLook =
            switch state {
            case .new, .referred, .disputed: .attention
            case .accepted, .inProgress: .neutral
            case .reopened: .late
            case .solved, .verified: .now
            case .closed: .done
            }
        return .badge(look, self.state(state))
    }

    /// How much time is left and for what, or since when it is late (ISS-3).
    func deadline(_ issue: CustomerIssue) -> PageValue {
        guard let due = issue.due else { return .none }
        let what = words("issues.due.\(due.kind.rawValue)")
        guard let at = due.at else {
            return .badge(.inactive, words("issues.standing.paused", ["what": what]))
        }
        let left = at.timeIntervalSince(now)
        let whole = max(at.timeIntervalSince(issue.raisedAt), 1)
        let look: BadgeLook = left < 0 ? .late : left < whole / 4 ? .attention : .neutral
        let label = words(
            left < 0 ? "issues.late" : "issues.left",
            ["time": words.duration(abs(left)), "what": what])
        return .badge(look, label)
    }

    /// One deadline and how it stands, in counted time (ISS-3).
    func deadline(_ deadline: IssueDeadline, _ clock: IssueClock) -> PageValues {
        let standing = clock.standing(of: deadline, at: now)
        let (look, key, time): (BadgeLook, String, TimeInterval) =
            switch standing {
            case .met: (.done, "met", 0)
            case .metLate(let time): (.late, "met-late", time)
            case .ahead(let time): (.neutral, "ahead", time)
            case .near(let time): (.attention, "near", time)
            case .late(let time): (.late, "late", time)
            case .paused(let time): (.inactive, "stands", time)
            }
        return [
            "what": .text(words("issues.due.\(deadline.kind.rawValue)")),
            "due": .optional(deadline.dueAt.map { words("issues.due-by", ["time": words.dateTime($0)]) }),
            "badge": .badge(look, words("issues.standing.\(key)", ["time": words.duration(time)])),
        ]
    }

    /// One line of a list.
    func row(_ issue: CustomerIssue) -> PageValues {
        [
            "href": .text(Paths.issue(issue.id)), "number": .text(issue.number), "customer": .text(customer(issue)),
            "project": .text(issue.project?.number ?? ""), "category": .text(category(issue.category)),
            "isUrgent": .flag(issue.urgency == .waterElectricity), "isComplaint": .flag(issue.isComplaint),
            "isImportant": .flag(issue.isImportant), "department": .text(department(issue.department)),
            "owner": .text(issue.owner?.name ?? ""), "badge": badge(issue.state), "deadline": deadline(issue),
            "raised": .text(words.dateTime(issue.raisedAt)), "words": .text(issue.words),
        ]
    }
}
