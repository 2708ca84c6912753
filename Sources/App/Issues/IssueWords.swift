import Forms
import Foundation
import Markup
import Rulebooks

/// Formats issues, the same on every page.
struct IssueWords: Sendable {
    let rulebook: Rulebook
    let words: Words
    let now: Date

    var today: Day { Day(now, in: words.zone) }

    func department(_ id: String?) -> String { id.map { rulebook.departmentTitle($0, words) } ?? "" }
    func category(_ id: String?) -> String { id.map { rulebook.issueCategoryTitle($0, words) } ?? "" }
    func state(_ state: IssueState) -> String { words("issue.state.\(state.rawValue)") }

    /// The customer with the form of address, or the caller.
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

    /// The counted time left until the next deadline, or since when it is late (ISS-3).
    func next(_ kind: IssueDeadline.Kind, _ standing: IssueStanding) -> PageValue {
        let what = words("issues.due.\(kind.rawValue)")
        let (key, time): (String, TimeInterval) =
            switch standing {
            case .met, .metLate: ("", 0)
            case .ahead(let time), .near(let time): ("issues.left", time)
            case .late(let time): ("issues.late", time)
            case .paused(let time): ("issues.standing.paused", time)
            }
        guard !key.isEmpty else { return .none }
        return .badge(standing.look, words(key, ["time": words.duration(time), "what": what]))
    }

    /// One deadline with its standing, in counted time (ISS-3).
    func deadline(_ deadline: IssueDeadline, _ clock: IssueClock) -> PageValues {
        let standing = clock.standing(of: deadline, at: now)
        let (key, time): (String, TimeInterval) =
            switch standing {
            case .met: ("met", 0)
            case .metLate(let time): ("met-late", time)
            case .ahead(let time): ("ahead", time)
            case .near(let time): ("near", time)
            case .late(let time): ("late", time)
            case .paused(let time): ("stands", time)
            }
        return [
            "what": .text(words("issues.due.\(deadline.kind.rawValue)")),
            "due": .optional(deadline.dueAt.map { words("issues.due-by", ["time": words.dateTime($0)]) }),
            "badge": .badge(standing.look, words("issues.standing.\(key)", ["time": words.duration(time)])),
        ]
    }

    /// A row in lists with deadline standings.
    func row(_ issue: CustomerIssue, _ standings: IssueStandings) -> PageValues {
        let deadline = issue.due.flatMap { due in standings[issue.id].map { next(due.kind, $0) } }
        return row(issue).merging(["deadline": deadline ?? .none]) { own, _ in own }
    }

    /// A row in the list of a customer or project.
    func row(_ issue: CustomerIssue) -> PageValues {
        [
            "href": .text(Paths.issue(issue.id)), "number": .text(issue.number), "customer": .text(customer(issue)),
            "project": .text(issue.project?.number ?? ""), "category": .text(category(issue.category)),
            "isUrgent": .flag(issue.urgency == .waterElectricity), "isComplaint": .flag(issue.isComplaint),
            "isImportant": .flag(issue.isImportant), "department": .text(department(issue.department)),
            "owner": .text(issue.owner?.name ?? ""), "badge": badge(issue.state),
            "raised": .text(words.dateTime(issue.raisedAt)), "words": .text(issue.words),
        ]
    }
}

extension IssueStanding {
    fileprivate var look: BadgeLook {
        switch self {
        case .met: .done
        case .ahead: .neutral
        case .near: .attention
        case .late, .metLate: .late
        case .paused: .inactive
        }
    }
}
