import Forms
import Markup
import Rulebooks

/// A project's page with its timeline: dates, follow-ups, people.
struct ProjectPage: Page {
    static let template = "projects/show"
    let values: PageValues

    init(_ whole: WholeProject, for member: Member, words follow: FollowUpWords, orders: WorkOrderWords) {
        let words = follow.words
        let project = whole.project
        let id = project.id
        let mayRegister = Permissions.may(member, .registerCustomers)
        let warranty = WarrantyEnd(project, whole.life, follow.rulebook)
        let disagreements = DateDisagreement.all(in: whole.life.milestones)
        values =
            ([
                "customerHref": .text(Paths.customer(project.customer.id)),
                "customer": .text(project.customer.formOfAddress.words(for: project.customer.name, words)),
                "number": .text(project.number),
                "kind": .text(follow.rulebook.kindTitle(project.details.kind, words)),
                "editHref": mayRegister ? .text(Paths.projectEdit(id)) : .none,
                "issueHref": Permissions.may(member, .raiseIssue)
                    ? .text(Paths.newIssue(of: .project(id))) : .none,
                "milestonesHref": mayRegister ? .text(Paths.milestones(id)) : .none,
                "peopleHref": .text(Paths.people(id)),
                "accessHref": Permissions.may(member, .askForAccess)
                    ? .text(Paths.newAccessRequest(.project(id))) : .none,
                "hasDisagreements": .flag(!disagreements.isEmpty),
                "disagreements": .list(disagreements.map { ["text": .text($0.sentence(words))] }),
                "entries": .list(Self.entries(whole, warranty, words)),
                "timeline": .list(
                    ProjectTimeline(
                        whole, warranty: warranty, seesFollowUps: Permissions.may(member, .seeFollowUps), words: follow
                    ).values),
                "people": .list(AssignmentRow.values(whole.people, today: follow.today, mayEdit: false, words)),
                "hasPeople": .flag(!whole.people.isEmpty),
                "mayRegister": .flag(mayRegister),
            ] as PageValues).merging(Self.onSite(whole, member, orders)) { own, _ in own }
            .merging(Self.raised(whole, member, orders)) { own, _ in own }
    }

    /// Equipment and visits.
    private static func onSite(_ whole: WholeProject, _ member: Member, _ orders: WorkOrderWords) -> PageValues {
        let id = whole.project.id
        let sight = Permissions.workOrders(for: member)
        let mayEdit = Permissions.may(member, .changeEquipment)
        let seen = whole.orders.filter(sight.shows)
        return [
            "visitHref": Permissions.may(member, .requestWorkOrder) ? .text(Paths.newWorkOrder(project: id)) : .none,
            "equipment": .list(whole.equipment.map { EquipmentRow.values($0, mayEdit: mayEdit, orders.words) }),
            "hasEquipment": .flag(!whole.equipment.isEmpty),
            "newEquipmentHref": mayEdit ? .text(Paths.equipment(id)) : .none,
            "orders": .list(seen.map { EarlierOrder.values($0, orders) }), "hasOrders": .flag(!seen.isEmpty),
        ]
    }

    /// Issues and feedback.
    private static func raised(_ whole: WholeProject, _ member: Member, _ orders: WorkOrderWords) -> PageValues {
        let words = IssueWords(rulebook: orders.rulebook, words: orders.words, now: orders.now)
        let seen = whole.issues.filter(Permissions.issues(for: member).shows)
        return [
            "seesIssues": .flag(Permissions.may(member, .seeIssues)),
            "seesFeedback": .flag(Permissions.may(member, .seeFeedback)),
            "issues": .list(seen.map(words.row)), "hasIssues": .flag(!seen.isEmpty),
            "feedback": .list(whole.feedback.map { FeedbackRow.values($0, orders.words) }),
            "hasFeedback": .flag(!whole.feedback.isEmpty),
            "feedbackHref": .text(Paths.projectFeedback(whole.project.id)),
        ]
    }

    private static func entries(_ whole: WholeProject, _ warranty: WarrantyEnd, _ words: Words) -> [PageValues] {
        let project = whole.project
        let details = project.details
        let purchased = whole.life.milestones[.purchased]?.actual
        let end = warranty.day.map(words.day).map { words("projects.warranty.until", ["day": $0]) }
        let rows: [(String, String, String?)] = [
            (
                "projects.customer", project.customer.formOfAddress.words(for: project.customer.name, words),
                Paths.customer(project.customer.id)
            ),
            ("projects.phones", whole.phones.masked, nil),
            ("project.site-address", details.siteAddress, nil),
            ("project.agent", project.agentName, nil),
            ("project.product-model", details.productModel, nil),
            ("project.serial-number", details.serialNumber, nil),
            ("milestone.purchased", purchased.map(words.day) ?? "", nil),
            ("projects.warranty", [end, warranty.reason(words)].compactMap { $0 }.joined(separator: "\n"), nil),
            ("projects.registered", words.day(project.registeredOn), nil),
        ]
        return rows.map { key, value, href in
            ["label": .text(words(key)), "value": .text(value), "href": .optional(href)]
        }
    }
}
