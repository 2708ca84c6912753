import Forms
import Markup

/// A customer's page: details, and projects with their next follow-up.
struct CustomerPage: Page {
    static let template = "customers/show"
    let values: PageValues

    /// - Parameter phonesInFull: only after that was audited (ACC-8).
    init(
        _ customer: Customer, projects: [ProjectSummary], phonesInFull: Bool, for member: Member,
        words follow: FollowUpWords
    ) {
        let words = follow.words
        let details = customer.details
        let mayRegister = Permissions.may(member, .registerCustomers)
        let mayShow = Permissions.may(member, .showPhones) && !phonesInFull
        let seesFollowUps = Permissions.may(member, .seeFollowUps)
        values = [
            "listHref": .text(Paths.customers),
            "name": .text(details.name),
            "addressed": .text(details.formOfAddress.words(for: details.name, words)),
            "isKey": .flag(details.isKey),
            "editHref": mayRegister ? .text(Paths.customerEdit(customer.id)) : .none,
            "issueHref": Permissions.may(member, .raiseIssue)
                ? .text(Paths.newIssue(of: .customer(customer.id))) : .none,
            "newProjectHref": mayRegister ? .text(Paths.newProject(customer: customer.id)) : .none,
            "phones": .list(details.phones.map { Self.phone($0, inFull: phonesInFull) }),
            "showPhonesAction": mayShow ? .text(Paths.customerPhones(customer.id)) : .none,
            "phonesInFull": .flag(phonesInFull),
            "entries": .list(Self.entries(customer, words)),
            "projects": .list(projects.map { Self.row($0, seesFollowUps: seesFollowUps, follow) }),
            "seesFollowUps": .flag(seesFollowUps),
            "empty": projects.isEmpty ? Self.noProjects(customer, mayRegister: mayRegister, words) : .none,
            "notAll": projects.count >= ProjectSummary.most
                ? .text(words("customers.latest-projects", ["count": String(ProjectSummary.most)])) : .none,
        ]
    }

    private static func phone(_ phone: PhoneNumber, inFull: Bool) -> PageValues {
        [
            "shown": .text(inFull ? phone.canonical : phone.masked),
            "href": inFull ? .text("tel:" + phone.dialled) : .none,
        ]
    }

    private static func knownBy(_ customer: Customer, _ words: Words) -> String {
        let names = customer.knownBy.map(\.name)
        let reminder = names.count < CustomerForm.enoughWhoKnow ? [words("customers.one-more-knows")] : []
        return (names + reminder).joined(separator: words("customers.separator"))
    }

    private static func entries(_ customer: Customer, _ words: Words) -> [PageValues] {
        let details = customer.details
        let registered = words(
            "customers.registered-by",
            ["name": customer.registeredBy, "day": words.day(Day(customer.registeredAt, in: words.zone))])
        return [
            ("customer.address", details.address),
            ("customer.grade", words("customer.grade.\(details.grade.rawValue)")),
            ("customer.known-by", knownBy(customer, words)),
            ("customer.sms", words(details.agreesToSMS ? "customers.sms-yes" : "customers.sms-no")),
            ("customer.notes", details.notes),
            ("customers.registered", registered),
        ].map { key, value in ["label": .text(words(key)), "value": .text(value), "href": .none] }
    }

    private static func row(_ summary: ProjectSummary, seesFollowUps: Bool, _ follow: FollowUpWords) -> PageValues {
        let details = summary.project.details
        return [
            "number": .text(details.number), "href": .text(Paths.project(summary.project.id)),
            "kind": .text(follow.rulebook.kindTitle(details.kind, follow.words)), "site": .text(details.siteAddress),
            "agent": .text(summary.project.agentName), "seesFollowUps": .flag(seesFollowUps),
            "next": summary.next.map { next in
                .page([
                    "href": .text(Paths.followUp(next.id)), "stage": .text(follow.stage(next.stage)),
                    "window": .text(follow.words.window(next.opens, next.closes)), "badge": follow.badge(next),
                ])
            } ?? .none,
        ]
    }

    private static func noProjects(_ customer: Customer, mayRegister: Bool, _ words: Words) -> PageValue {
        .page([
            "title": .text(words("customers.no-projects.title")), "text": .text(words("customers.no-projects.text")),
            "actionHref": mayRegister ? .text(Paths.newProject(customer: customer.id)) : .none,
            "actionLabel": .text(words("projects.new")),
        ])
    }
}
