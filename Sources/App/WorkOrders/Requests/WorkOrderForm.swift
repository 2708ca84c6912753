import Forms
import Foundation
import Rulebooks

/// The form to request a visit to a site (SVC-1).
enum WorkOrderForm {
    static let kind = Field<String>.choice("kind", WorkOrderKind.allCases.map { Choice($0.rawValue) }, required: true)
    static let department = Field<String>.choice("department", required: true, hint: true)
    static let urgency = Field<String>.choice(
        "urgency", Urgency.allCases.map { Choice($0.rawValue) }, required: true, hint: true)
    static let source = Field<String>.choice(
        "source", entered.map { Choice($0.rawValue) }, required: true)
    static let equipment = Field<String>.choice("equipment")
    static let symptom = Field<String>.textArea("symptom", maximum: 1_000, required: true, hint: true)
    static let contactName = Field<String>.text("contact-name", maximum: 60, required: true, autocomplete: "off")
    static let contactPhone = Field<PhoneNumber>.phone("contact-phone", required: true, autocomplete: "off")
    /// For members who may not see the number: when empty, the customer's own is used (ACC-8).
    private static let otherPhone = Field<PhoneNumber>.phone("contact-phone", required: false, autocomplete: "off")
    static let siteAddress = Field<String>.text("site-address", maximum: 200, required: true, autocomplete: "off")
    static let wish = Field<String>.text("wish", maximum: 200, hint: true, autocomplete: "off")
    static let tools = Field<String>.textArea("tools", maximum: 500, hint: true)

    /// Sources that can be entered; a visit that did not fix it makes its own.
    private static let entered: [WorkOrderSource] = [.phone, .followUp, .inPerson, .writing, .web]
    /// Maximum age in days of a customer's call.
    private static let oldest = 30

    /// - Parameter now: the latest time of a customer's call.
    static func form(_ options: WorkOrderOptions, now: Date, in zone: TimeZone) -> Form {
        let today = Day(now, in: zone)
        let received = received(today)
        let rule = FormRule("a call that was made") { bound in
            guard let at = bound[received], at.date(in: zone) > now else { return [] }
            return [FieldError(field: "received", code: "in-the-future")]
        }
        return Form(
            "work-order",
            [
                kind, department, urgency, source, received, equipment, symptom, contactName,
                options.knowsPhone ? otherPhone : contactPhone, siteAddress, wish, tools,
            ], rules: [rule]
        ).offering(options.departments, for: "department").offering(options.equipment, for: "equipment")
    }

    private static func received(_ today: Day) -> Field<LocalDateTime> {
        .dateTime("received", today.adding(days: -oldest)...today, required: true, hint: true)
    }

    /// The form as opened, with customer and site prefilled.
    static func opened(_ briefing: WorkOrderBriefing, _ options: WorkOrderOptions, now: Date, in zone: TimeZone)
        -> BoundForm
    {
        let form = form(options, now: now, in: zone)
        var values: [String: FieldValue] = [
            "kind": .choice(WorkOrderKind.repair.rawValue), "urgency": .choice(Urgency.ordinary.rawValue),
            "source": .choice((briefing.followUp == nil ? WorkOrderSource.phone : .followUp).rawValue),
            "received": .dateTime(LocalDateTime(now, in: zone)), "contact-name": .text(briefing.customer.details.name),
        ]
        values["department"] = options.departments.first.map { .choice($0.value) }
        if briefing.isPhoneFilledIn {
            values["contact-phone"] = briefing.customer.details.phones.first.map { .phone($0) }
        }
        let site = briefing.project.details.siteAddress
        let address = site.isEmpty ? briefing.customer.details.address : site
        if !address.isEmpty { values["site-address"] = .text(address) }
        if let issue = briefing.issue { values.merge(known(of: issue, in: zone)) { $1 } }
        return form.filled(values)
    }

    /// Prefilled from the issue; the arrival deadline counts from when the customer spoke.
    private static func known(of issue: CustomerIssue, in zone: TimeZone) -> [String: FieldValue] {
        let source: WorkOrderSource =
            switch issue.source {
            case .followUp: .followUp
            case .call, .visit: .phone
            case .inPerson: .inPerson
            case .writing: .writing
            case .web, .feedback: .web
            }
        var values: [String: FieldValue] = [
            "symptom": .text(String(issue.words.prefix(1_000))), "urgency": .choice(issue.urgency.rawValue),
            "source": .choice(source.rawValue), "received": .dateTime(LocalDateTime(issue.raisedAt, in: zone)),
        ]
        values["department"] = issue.department.map { .choice($0) }
        return values
    }

    /// - Returns: nil while the form is incomplete or invalid.
    static func details(_ bound: BoundForm, _ briefing: WorkOrderBriefing, in zone: TimeZone) -> WorkOrderDetails? {
        guard bound.isValid, let kind = bound[kind].flatMap(WorkOrderKind.init), let department = bound[department],
            let urgency = bound[urgency].flatMap(Urgency.init),
            let source = bound[source].flatMap(WorkOrderSource.init),
            case .dateTime(let received) = bound.values["received"], let symptom = bound[symptom],
            let name = bound[contactName], let phone = bound[contactPhone] ?? briefing.unseenPhone,
            let address = bound[siteAddress]
        else { return nil }
        return WorkOrderDetails(
            kind: kind, department: department, urgency: urgency, source: source, followUpID: briefing.followUp?.id,
            equipmentID: bound[equipment].flatMap { ID($0) }, symptom: symptom, contactName: name,
            contactPhone: phone, siteAddress: address, wish: bound[wish] ?? "", tools: bound[tools] ?? "",
            receivedAt: received.date(in: zone))
    }
}

/// The options of a request's fields for one project.
struct WorkOrderOptions: Sendable {
    let departments: [Choice]
    let equipment: [Choice]
    /// Whether the number may stay empty because the customer's is used unseen.
    let knowsPhone: Bool

    init(_ rulebook: Rulebook, _ equipment: [Equipment], knowsPhone: Bool = false) {
        departments = rulebook.departmentChoices()
        self.knowsPhone = knowsPhone
        self.equipment = equipment.filter(\.isInstalled).map { Choice(value: String($0.id), label: .name($0.name)) }
    }
}
