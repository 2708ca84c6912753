import Forms
import Foundation
import Rulebooks

/// The form of a step; its field names carry the step's name, since several forms are on one page.
struct IssueActionForm: Sendable {
    let action: IssueAction
    let rulebook: Rulebook
    /// Members who may approve compensation.
    let approvers: [Choice]
    let now: Date
    let zone: TimeZone

    /// How many days ahead an answer may be promised.
    private static let farthest = 90
    /// The maximum compensation.
    private static let dearest = Money(fen: 100_000_000) ?? .most

    var form: Form { Form("issue-step", fields, rules: rules) }

    private func name(_ field: String) -> String { Self.name(field, of: action) }
    private static func name(_ field: String, of action: IssueAction) -> String { "\(action.rawValue)-\(field)" }

    /// The text that was typed, to be kept when the step cannot be taken any more (UX-2); nil without one.
    static func words(of action: IssueAction, in bound: BoundForm) -> String? {
        let typed = bound.typed(name("text", of: action))
        return typed.isEmpty ? nil : typed
    }

    private var fields: [any FormField] {
        switch action {
        case .referral: [department, text(required: false)]
        case .acceptance, .resumption, .closing: [text(required: false)]
        case .handingBack, .dispute, .answer, .solution, .reopening: [text(required: true)]
        case .transfer, .ruling: [department, text(required: true)]
        case .promise: [promised, text(required: true)]
        case .pause: [choice("waits-for", ["customer", "parts", "fee"]), text(required: true)]
        case .triage: [choice("ours", ["yes", "no"]), text(required: true), amount, approver]
        case .verification: [choice("content", ["yes", "no"]), text(required: false)]
        case .categorisation: [category, text(required: false)]
        }
    }

    private var rules: [FormRule] {
        switch action {
        case .promise: [comesLater]
        case .triage: [isApproved]
        case .verification: [saysWhatIsMissing]
        case .referral, .acceptance, .handingBack, .transfer, .answer, .pause, .resumption, .solution, .closing,
            .reopening, .dispute, .ruling, .categorisation:
            []
        }
    }

    private func text(required: Bool) -> Field<String> {
        .textArea(name("text"), maximum: 1_000, required: required, label: .key("issue-step.text.\(action.rawValue)"))
    }

    private var department: Field<String> {
        .choice(
            name("department"), rulebook.departmentChoices(), required: true, label: .key("issue-step.department"))
    }

    private var category: Field<String> {
        .choice(
            name("category"), rulebook.issueCategoryChoices, required: true, label: .key("issue-step.category"))
    }

    private func choice(_ field: String, _ values: [String]) -> Field<String> {
        .choice(
            name(field), values.map { Choice(value: $0, label: .key("issue-step.\(field).\($0)")) }, required: true,
            label: .key("issue-step.\(field)"))
    }

    private var promised: Field<LocalDateTime> {
        let today = Day(now, in: zone)
        return .dateTime(
            name("promised"), today...today.adding(days: Self.farthest), required: true,
            label: .key("issue-step.promised"))
    }

    private var isOurs: Condition { Condition(choice("ours", ["yes", "no"]), is: "yes") }

    private var amount: Field<Money> {
        .money(name("amount"), upTo: Self.dearest, label: .key("issue-step.amount"), shownWhen: isOurs)
    }

    private var approver: Field<String> {
        .choice(name("approver"), approvers, label: .key("issue-step.approver"), shownWhen: isOurs)
    }

    /// Rule: a promised time must be in the future.
    private var comesLater: FormRule {
        let field = promised
        return FormRule("a promise is for later") { [now, zone] bound in
            guard let at = bound[field], at.date(in: zone) <= now else { return [] }
            return [FieldError(field: field.definition.name, code: "in-the-past")]
        }
    }

    /// Rule: compensation needs an approver (ISS-6).
    private var isApproved: FormRule {
        let (amount, approver) = (amount, approver)
        return FormRule("a compensation is approved by somebody") { bound in
            guard let money = bound[amount], money > .zero, bound[approver] == nil else { return [] }
            return [.required(approver.definition.name)]
        }
    }

    private var saysWhatIsMissing: FormRule {
        let (content, text) = (choice("content", ["yes", "no"]), text(required: false))
        return FormRule("who is not content says why") { bound in
            guard bound[content] == "no", bound[text]?.isEmpty ?? true else { return [] }
            return [.required(text.definition.name)]
        }
    }

    /// - Returns: nil while the form is incomplete or invalid.
    func wish(_ bound: BoundForm) -> IssueActionInput? {
        guard bound.isValid else { return nil }
        let answer = ["waits-for", "ours", "content"].lazy.compactMap { bound[choice($0, [])] }.first
        let money = bound[amount].flatMap { $0 > .zero ? $0 : nil }
        return IssueActionInput(
            action: action, text: bound[text(required: false)] ?? "", department: bound[department],
            category: bound[category], answer: answer,
            promisedAt: bound[promised]?.date(in: zone), amount: money,
            approver: money == nil ? nil : bound[approver].flatMap { ID($0) })
    }
}
