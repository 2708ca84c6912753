import Forms
import Foundation
import Markup

/// The facts of an issue on its page.
enum IssueEntries {
    static func values(_ one: CustomerIssue, member: Member, _ issue: IssueWords) -> [PageValues] {
        let words = issue.words
        let maySeeCustomers = Permissions.may(member, .seeCustomers)
        let concerned = one.concerned.map { "\(words($0.duty)) \($0.member.name)" } ?? ""
        let rows: [(String, String, String?)] = [
            ("customer", issue.customer(one), maySeeCustomers ? one.customer.map { Paths.customer($0.id) } : nil),
            ("project", one.project?.number ?? "", maySeeCustomers ? one.project.map { Paths.project($0.id) } : nil),
            ("site", one.project?.siteAddress ?? "", nil),
            ("kind", words(one.isComplaint ? "issue.kind.complaint" : "issue.kind.issue"), nil),
            ("category", issue.category(one.category), nil),
            ("urgency", words("work-order.urgency.\(one.urgency.rawValue)"), nil),
            ("department", issue.department(one.department), nil),
            ("concerned", concerned, nil),
            ("source", words("issue.source.\(one.source.rawValue)"), source(of: one, member)),
            ("raised", words.dateTime(one.raisedAt), nil),
            ("taken-by", one.takenBy?.name ?? words("issues.taken-by-nobody"), nil),
            ("owner", one.owner?.name ?? "", nil),
        ]
        return rows.map { key, value, href in
            ["label": .text(words("issues.column.\(key)")), "value": .text(value), "href": .optional(href)]
        }
    }

    private static func source(of one: CustomerIssue, _ member: Member) -> String? {
        guard let id = one.sourceID else { return nil }
        switch one.source {
        case .followUp: return Permissions.may(member, .seeFollowUps) ? Paths.followUp(ID(id)) : nil
        case .visit: return Permissions.may(member, .seeAllVisits) ? Paths.visit(ID(id)) : nil
        case .feedback: return Permissions.may(member, .seeFeedback) ? Paths.feedbackRecord(ID(id)) : nil
        case .call, .inPerson, .writing, .web: return nil
        }
    }
}

/// A row in an issue's history.
enum IssueStepRow {
    static func values(_ step: IssueStep, _ issue: IssueWords) -> PageValues {
        let words = issue.words
        var arguments: SentenceArguments = [
            "name": step.by?.name ?? words("issues.by-customer"), "to": step.member?.name ?? "",
        ]
        var key = step.name
        if case .happening(let happening) = step.kind {
            switch happening {
            case .referred(let to), .transferred(let to), .ruled(let to):
                arguments = arguments.with("department", issue.department(to))
            case .categorised(let category): arguments = arguments.with("category", issue.category(category))
            case .promised(let at): arguments = arguments.with("promised", words.dateTime(at))
            case .paused(let pause):
                arguments = arguments.with("reason", words("issue-step.waits-for.\(pause.rawValue)"))
            case .triaged(let isOurs): key += isOurs ? "-ours" : "-not-ours"
            case .verified(let isContent): key += isContent ? "-content" : "-not-content"
            case .raised, .accepted, .handedBack, .disputed, .answered, .resumed, .ordered, .arrived, .visited, .solved,
                .closed, .reopened:
                break
            }
        }
        return [
            "time": .text(words.dateTime(step.at)), "text": .text(words("issues.step.\(key)", arguments)),
            "amount": step.amount.map {
                .text(words("issues.compensation", ["amount": words.money($0), "name": step.member?.name ?? ""]))
            } ?? .none,
            "reason": .text(step.kind == .customerAdded ? "" : step.text),
        ]
    }
}
