import Forms
import Foundation
import Markup

/// One enquiry: the question, whom to call, and the possible steps.
struct EnquiryPage: Page {
    static let template = "enquiries/show"
    let values: PageValues

    /// - Parameter posted: a rejected form; of one that came too late, only the text is shown (UX-2).
    init(
        _ whole: EnquiryOverview, inFull: Bool, posted: (action: EnquiryAction, form: PostedForm)?, now: Date,
        today: Day, words: Words
    ) {
        let one = whole.enquiry
        let refused = posted.flatMap { $0.form.isStale ? nil : $0 }
        let missed = posted.flatMap { action, form in
            form.isStale ? form.bound.typed(EnquiryActionForm.text(action).definition.name) : nil
        }
        let actions = EnquiryAction.allCases.filter { $0.isPossible(one) }
        let errors = refused.map { FormValues.errors($0.form.bound, words) } ?? ["hasErrors": false]
        let own: PageValues = [
            "listHref": .text(Paths.enquiries), "number": .text(one.number), "badge": EnquiryRow.badge(one, words),
            "due": EnquiryRow.due(one, now: now, today: today, words), "name": .text(one.name),
            "words": .text(one.words),
            "customerHref": one.state.isOpen
                ? .text(Paths.with(Paths.newCustomer, [("enquiry", String(one.id))])) : .none,
            "missed": missed.map { .page(["words": .text($0)]) } ?? .none,
            "entries": .list(Self.entries(one, words)), "hasDeeds": .flag(!actions.isEmpty),
            "deeds": .list(actions.map { Self.action($0, of: one, refused, today: today, words) }),
            "steps": .list(whole.steps.map { Self.step($0, words) }), "hasSteps": .flag(!whole.steps.isEmpty),
        ]
        values = own.merging(Self.phone(whole, inFull: inFull)) { own, _ in own }.merging(errors) { own, _ in own }
    }

    private static func phone(_ whole: EnquiryOverview, inFull: Bool) -> PageValues {
        let phone = PhoneNumber(stored: whole.enquiry.phone)
        return [
            "phone": .text((inFull ? phone?.canonical : phone?.masked) ?? ""),
            "showAction": inFull ? .none : .text(Paths.enquiryPhone(whole.enquiry.id)),
            "callHref": inFull ? .optional(phone.map { "tel:" + $0.dialled }) : .none,
            "known": .list(whole.known.map { ["href": .text(Paths.customer($0.id)), "name": .text($0.name)] }),
            "hasKnown": .flag(!whole.known.isEmpty),
        ]
    }

    private static func step(_ step: EnquiryStep, _ words: Words) -> PageValues {
        [
            "time": .text(words.dateTime(step.at)),
            "text": .text(words("enquiry.step.\(step.kind)", ["name": step.by.name])), "reason": .text(step.text),
        ]
    }

    private static func action(
        _ action: EnquiryAction, of one: Enquiry, _ refused: (action: EnquiryAction, form: PostedForm)?, today: Day,
        _ words: Words
    ) -> PageValues {
        let isRefused = refused?.action == action
        let blank = PostedForm.opened(EnquiryActionForm.form(action, today: today).blank)
        return FormValues.make(
            (isRefused ? refused?.form : nil) ?? blank, action: Paths.enquiryStep(one.id, action),
            submit: "enquiries.do.\(action.rawValue)", words: words
        ).merging([
            "heading": .text(words("enquiries.do.\(action.rawValue)")),
            "isOpen": .flag(isRefused || (action == .answer && one.answeredAt == nil)),
        ]) { $1 }
    }

    private static func entries(_ one: Enquiry, _ words: Words) -> [PageValues] {
        let rows: [(String, String, String?)] = [
            ("address", one.address, nil), ("received", words.dateTime(one.receivedAt), nil),
            ("appointment", one.appointmentAt.map { "\(words.day($0.day)) \($0.time)" } ?? "", nil),
            ("branch", one.branch, nil), ("follow-up-on", one.followUpOn.map(words.day) ?? "", nil),
            (
                "customer", one.customer == nil ? "" : words("enquiries.to-customer"),
                one.customer.map { Paths.customer($0) }
            ),
        ]
        return rows.filter { !$0.1.isEmpty }.map {
            ["label": .text(words("enquiries.column.\($0.0)")), "value": .text($0.1), "href": .optional($0.2)]
        }
    }
}
