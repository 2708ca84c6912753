import Forms
import Rulebooks

/// The form to register or correct a project (ARC-2).
enum ProjectForm {
    static let number = Field.text(
        "number", maximum: 40, required: true, hint: true, autocomplete: "off", section: "project")
    static let kind = Field.choice("kind", required: true, section: "project")
    static let siteAddress = Field.text("site-address", maximum: 200, autocomplete: "off", section: "project")
    static let agent = Field.person("agent", required: true, section: "project")
    static let productModel = Field.text("product-model", maximum: 100, autocomplete: "off", section: "project")
    static let serialNumber = Field.text("serial-number", maximum: 100, autocomplete: "off", section: "project")

    /// The fields that can be corrected here; milestones and people have their own pages.
    static func correction(_ options: ProjectOptions, today: Day, mayReassign: Bool) -> Form {
        Form("project", details(today).filter { mayReassign || $0.definition.name != "agent" })
            .offering(options.kinds, for: "kind").offering(options.agents, for: "agent")
    }

    /// The fields of a registration.
    static func registration(_ options: ProjectOptions, today: Day) -> Form {
        let dates: [any FormField] =
            planned.map { PlannedDates.field($0, today: today, section: "dates") }
            + happened.map { ActualDates.field($0, today: today, section: "dates") }
        let people: [any FormField] = Duty.allCases.map { Field.person($0.rawValue, section: "people") }
        let form = Form("project", details(today) + dates + people)
        return Duty.allCases.reduce(
            form.offering(options.kinds, for: "kind").offering(options.agents, for: "agent")
        ) { $0.offering(options.staff, for: $1.rawValue) }
    }

    /// Milestones usually known at registration; the others have their own page.
    private static let planned: [MilestoneKind] = [.contract, .started, .completed]
    private static let happened: [MilestoneKind] = [.deposit, .contract, .started, .completed, .purchased]

    private static func details(_ today: Day) -> [any FormField] {
        let warranty = Field.date("warranty-until", DateLimits.warranty(today), hint: true, section: "project")
        return [number, kind, siteAddress, agent, productModel, serialNumber, warranty]
    }

    static func filled(with details: ProjectDetails, in form: Form) -> BoundForm {
        var values: [String: FieldValue] = [
            "number": .text(details.number), "kind": .choice(details.kind), "site-address": .text(details.siteAddress),
            "agent": .choice(String(details.agentID)), "product-model": .text(details.productModel),
            "serial-number": .text(details.serialNumber),
        ]
        values["warranty-until"] = details.warrantyOverride.map { .day($0) }
        return form.filled(values.filter { !$0.value.isEmptyText && form[$0.key] != nil })
    }

    /// - Parameter agent: the responsible agent when the form does not ask.
    /// - Returns: nil while the form is incomplete or invalid.
    static func details(_ bound: BoundForm, agent stored: Member.ID?) -> ProjectDetails? {
        guard bound.isValid, let number = bound[number], let kind = bound[kind],
            let agent = bound[agent].flatMap({ ID($0) }) ?? stored
        else { return nil }
        return ProjectDetails(
            number: TypedText.halfWidth(number), kind: kind, siteAddress: bound[siteAddress] ?? "", agentID: agent,
            productModel: bound[productModel] ?? "", serialNumber: bound[serialNumber] ?? "",
            warrantyOverride: bound.day("warranty-until"))
    }

    static func newProject(_ bound: BoundForm) -> NewProject? {
        guard let details = details(bound, agent: nil) else { return nil }
        let people = Duty.allCases.compactMap { duty -> (Duty, Member.ID)? in
            guard case .choice(let id) = bound.values[duty.rawValue], let member = Member.ID(id) else { return nil }
            return (duty, member)
        }
        return NewProject(
            details: details, milestones: MilestonesForm.dates(bound),
            people: Dictionary(people) { first, _ in first })
    }
}

/// The options of a project's fields.
struct ProjectOptions: Sendable {
    let kinds: [Choice]
    let agents: [Choice]
    let staff: [Choice]

    /// - Parameter stored: the project to correct; its values stay on offer.
    init(_ rulebook: Rulebook, _ members: [Member], correcting stored: ProjectDetails? = nil) {
        var kinds = rulebook.kinds.map { Choice(value: $0.id, label: .text($0.title)) }
        if let kind = stored?.kind, !kinds.contains(where: { $0.value == kind }) {
            kinds.append(Choice(value: kind, label: .name(kind)))
        }
        self.kinds = kinds
        agents = members.choices(keeping: stored.map { [$0.agentID] } ?? []) { $0.has(.agent) }
        staff = members.choices()
    }
}

extension BoundForm {
    /// The value of a date field by its name.
    func day(_ name: String) -> Day? {
        guard case .day(let day) = values[name] else { return nil }
        return day
    }
}
