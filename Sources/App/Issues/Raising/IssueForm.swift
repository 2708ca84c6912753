import Forms
import Foundation
import Rulebooks

/// The form to raise an issue (ISS-1).
enum IssueForm {
    static let words = Field<String>.textArea("words", maximum: 2_000, required: true, hint: true)
    static let project = Field<String>.choice("project", hint: true)
    static let category = Field<String>.choice("category", required: true, hint: true)
    static let urgency = Field<String>.choice(
        "urgency", Urgency.allCases.map { Choice($0.rawValue) }, required: true)
    static let kind = Field<String>.choice(
        "kind", ["issue", "complaint"].map { Choice($0) }, required: true, hint: true)
    static let source = Field<String>.choice(
        "source", [IssueSource.call, .inPerson, .writing, .web].map { Choice($0.rawValue) }, required: true)
    static let concerned = Field<String>.choice("concerned", hint: true)
    static let callerName = Field<String>.text("caller-name", maximum: 60, required: true, autocomplete: "off")
    static let callerPhone = Field<PhoneNumber>.phone("caller-phone", required: true, autocomplete: "off")
    /// The earlier issue that it repeats, asked when there are candidates; "none" is another problem (ISS-5).
    static let same = Field<String>.choice("same", required: true, hint: true)

    /// Maximum age in days of what the customer said.
    private static let oldest = 30

    /// - Parameter earlier: open issues that may be duplicates; the question is asked when there are any.
    static func form(
        _ origin: IssuePrefill, _ rulebook: Rulebook, earlier: [CustomerIssue] = [], now: Date, in zone: TimeZone
    ) -> Form {
        let today = Day(now, in: zone)
        let received = received(today)
        let rule = FormRule("somebody has said it") { bound in
            guard let at = bound[received], at.date(in: zone) > now else { return [] }
            return [FieldError(field: "received", code: "in-the-future")]
        }
        var fields: [any FormField] = earlier.isEmpty ? [] : [same]
        fields += [words, category, urgency, kind]
        if origin.fixedSource == nil { fields.append(source) }
        fields.append(received)
        if origin.projects.count > 1 { fields.append(project) }
        if !origin.people.isEmpty { fields.append(concerned) }
        if origin.customer == nil { fields += [callerName, callerPhone] }
        let inCharge = FormRule("only who was in charge on that day can be meant") { bound in
            guard let chosen = bound[concerned], let at = bound[received] else { return [] }
            let isKnown = origin.people.contains { $0.value == chosen && $0.term.covers(at.day) }
            return isKnown ? [] : [FieldError(field: "concerned", code: "not-in-charge")]
        }
        return Form("issue", fields, rules: [rule, inCharge])
            .offering(rulebook.issueCategoryChoices, for: "category")
            .offering(
                origin.projects.map { Choice(value: String($0.id), label: .name(origin.title(of: $0))) }, for: "project"
            )
            .offering(origin.people.map(\.choice), for: "concerned")
            .offering(
                earlier.map { Choice(value: String($0.id), label: .name($0.number)) }
                    + [Choice(value: "none", label: .key("issue.same.none"))], for: "same")
    }

    private static func received(_ today: Day) -> Field<LocalDateTime> {
        .dateTime("received", today.adding(days: -oldest)...today, required: true, hint: true)
    }

    /// The form as opened: prefilled, with likely values preselected.
    static func opened(_ origin: IssuePrefill, _ rulebook: Rulebook, now: Date, in zone: TimeZone) -> BoundForm {
        let form = form(origin, rulebook, now: now, in: zone)
        var values: [String: FieldValue] = [
            "urgency": .choice(Urgency.ordinary.rawValue), "kind": .choice("issue"),
            "received": .dateTime(LocalDateTime(origin.at ?? now, in: zone)),
        ]
        if !origin.words.isEmpty { values["words"] = .text(origin.words) }
        if origin.fixedSource == nil { values["source"] = .choice(IssueSource.call.rawValue) }
        if let phone = origin.phone, origin.customer == nil { values["caller-phone"] = .phone(phone) }
        return form.filled(values)
    }

    /// - Returns: nil while the form is incomplete or invalid.
    static func issue(_ bound: BoundForm, _ origin: IssuePrefill, now: Date, in zone: TimeZone) -> RaisedIssue? {
        guard bound.isValid, let words = bound[words], let category = bound[category],
            let urgency = bound[urgency].flatMap(Urgency.init), let kind = bound[kind],
            let source = origin.fixedSource ?? bound[source].flatMap(IssueSource.init),
            let received = bound[received(Day(now, in: zone))]
        else { return nil }
        let chosen = bound[project].flatMap { Project.ID($0) }
        let only = origin.projects.count == 1 ? origin.projects.first?.id : nil
        return RaisedIssue(
            customer: origin.customer?.id, project: chosen ?? only, source: source, sourceID: origin.sourceID,
            words: words, category: category, isComplaint: kind == "complaint", urgency: urgency,
            callerName: bound[callerName] ?? "", callerPhone: bound[callerPhone]?.canonical ?? "",
            concerned: origin.people.first { $0.value == bound[concerned] }?.person,
            // The form counts in minutes, so the current minute is not before now.
            raisedAt: min(received.date(in: zone), now),
            sameAs: bound[same].flatMap { CustomerIssue.ID($0) }.map { [$0] } ?? [])
    }
}
