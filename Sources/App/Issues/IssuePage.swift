import Forms
import Foundation
import Markup
import Rulebooks

/// One issue: the customer's words, state, next step for the current member, and history.
struct IssuePage: Page {
    static let template = "issues/show"
    let values: PageValues

    /// - Parameter posted: a rejected form; of one that came too late, only the text is shown (UX-2).
    init(
        _ whole: IssueOverview, _ forms: IssueActionForms, phonesInFull: Bool,
        posted: (action: IssueAction, form: PostedForm)?, member: Member, words issue: IssueWords
    ) {
        let words = issue.words
        let refused = posted.flatMap { $0.form.isStale ? nil : $0 }
        let missed = posted.flatMap { Self.missed($0.form, words) }
        let one = whole.issue
        let mine = forms.possible.filter { Permissions.may(member, .take($0, one)) }
        let life = whole.life
        // The form of the next step is open; a rejected form stays where it was.
        let first = mine.first { $0 == life.nextDeed }
        let others = mine.filter { $0 != first }.map { Self.step($0, forms, refused, one, words) }
        let own: PageValues = [
            "next": .text(words(Self.next(one, life))),
            "pause": life.pause.map { .text(words("issues.paused.\($0.rawValue)")) } ?? .none,
            "missed": .optional(missed),
            "missedWords": missed == nil
                ? .none : .optional(posted.flatMap { IssueActionForm.words(of: $0.action, in: $0.form.bound) }),
            "entries": .list(IssueEntries.values(one, member: member, issue)),
            "phones": .list(whole.phones.map { Self.phone($0, inFull: phonesInFull) }),
            "hasPhones": .flag(!whole.phones.isEmpty),
            "phonesAction": !phonesInFull && !whole.phones.isEmpty && Permissions.may(member, .showCaller(one))
                ? .text(Paths.issuePhones(one.id)) : .none,
            "identifyHref": Permissions.may(member, .identifyCustomer(one))
                ? .text(Paths.issueCustomer(one.id)) : .none,
            "orderHref": Permissions.may(member, .orderVisit(one)) ? .text(Paths.newWorkOrder(issue: one.id)) : .none,
            "first": first.map { .page(Self.step($0, forms, refused, one, words)) } ?? .none,
            "others": .list(others), "hasOthers": .flag(!others.isEmpty),
        ]
        let errors = refused.map { FormValues.errors($0.form.bound, words) } ?? ["hasErrors": .flag(false)]
        values = own.merging(Self.head(whole, issue)) { $1 }.merging(Self.around(whole, issue)) { $1 }
            .merging(errors) { $1 }
    }

    /// Why a step came too late; nil for a form that did not.
    private static func missed(_ form: PostedForm, _ words: Words) -> String? {
        guard let lateness = form.lateness else { return nil }
        return (lateness as? IssueRefusal).map { words("issue-refusal.\($0.rawValue)") } ?? words("work-orders.missed")
    }

    private static func phone(_ phone: PhoneNumber, inFull: Bool) -> PageValues {
        [
            "number": .text(inFull ? phone.canonical : phone.masked),
            "href": inFull ? .text("tel:" + phone.dialled) : .none,
        ]
    }

    /// The customer's later additions, below the words that they belong to.
    private static func additions(_ whole: IssueOverview, _ words: Words) -> [PageValues] {
        whole.steps.filter { $0.kind == .customerAdded }.map {
            ["time": .text(words("issues.added-at", ["time": words.dateTime($0.at)])), "words": .text($0.text)]
        }
    }

    private static func head(_ whole: IssueOverview, _ issue: IssueWords) -> PageValues {
        let one = whole.issue
        let next = whole.clock.next.map { issue.next($0.kind, whole.clock.standing(of: $0, at: issue.now)) }
        return [
            "listHref": .text(Paths.issues), "number": .text(one.number), "badge": issue.badge(one.state),
            "customer": .text(issue.customer(one)), "category": .text(issue.category(one.category)),
            "deadline": next ?? .none, "isComplaint": .flag(one.isComplaint),
            "isImportant": .flag(one.isImportant), "isUrgent": .flag(one.urgency == .waterElectricity),
            "words": .text(one.words),
        ]
    }

    /// Misses, related records, and history.
    private static func around(_ whole: IssueOverview, _ issue: IssueWords) -> PageValues {
        let words = issue.words
        let orders: [PageValues] = whole.orders.map { order in
            [
                "href": .text(Paths.workOrder(order.id)), "number": .text(order.number),
                "state": .text(words("work-order.state.\(order.state.rawValue)")),
            ]
        }
        return [
            "misses": .list(whole.misses.map { miss($0, words) }), "hasMisses": .flag(!whole.misses.isEmpty),
            "deadlines": .list(whole.clock.deadlines.map { issue.deadline($0, whole.clock) }),
            "waited": Self.waited(whole, issue),
            "linked": .list(whole.linked.map(issue.row)), "hasLinked": .flag(!whole.linked.isEmpty),
            "orders": .list(orders), "hasOrders": .flag(!orders.isEmpty),
            "additions": .list(Self.additions(whole, words)),
            "steps": .list(whole.steps.reversed().map { IssueStepRow.values($0, issue) }),
        ]
    }

    /// What happens next, and by whom.
    private static func next(_ issue: CustomerIssue, _ life: IssueLife) -> String {
        life.pause == nil ? "issues.next.\(issue.state.rawValue)" : "issues.next.paused"
    }

    /// Total of the pauses, which no deadline counts (ISS-3).
    private static func waited(_ whole: IssueOverview, _ issue: IssueWords) -> PageValue {
        let minutes = whole.clock.pauses.minutes(until: issue.now)
        return minutes > 0 ? .text(issue.words("issues.waited", ["minutes": String(minutes)])) : .none
    }

    private static func step(
        _ action: IssueAction, _ forms: IssueActionForms, _ refused: (action: IssueAction, form: PostedForm)?,
        _ issue: CustomerIssue, _ words: Words
    ) -> PageValues {
        let isRefused = refused?.action == action
        let form = (isRefused ? refused?.form : nil) ?? .opened(forms.opened(action))
        return FormValues.make(
            form, action: Paths.issueStep(issue.id, action), submit: "issues.do.\(action.rawValue)", words: words
        ).merging([
            "heading": .text(words("issues.do.\(action.rawValue)")), "isOpen": .flag(isRefused),
        ]) { own, _ in own }
    }

    private static func miss(_ miss: NotedMiss, _ words: Words) -> PageValues {
        [
            "text": .text(
                words(
                    "issues.missed.\(miss.miss.told.rawValue)",
                    [
                        "what": words("issues.due.\(miss.miss.kind.rawValue)"), "due": words.dateTime(miss.miss.at),
                        "time": words.dateTime(miss.notedAt),
                    ]))
        ]
    }
}
