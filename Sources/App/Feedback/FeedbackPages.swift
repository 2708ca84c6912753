import Forms
import Foundation

/// The form that a customer fills on a phone: one screen of taps, then words (FBK-2).
struct FeedbackFormPage: Page {
    static let template = "feedback/form"
    let values: PageValues

    /// - Parameter project: its number, which a customer has on the contract; nothing else says whose it is (FBK-1).
    /// - Parameter opened: the moment of opening with its proof (WEB-3).
    /// - Parameter visit: proof that this form was opened while the link was open.
    init(
        _ bound: BoundForm, token: String, project: String, submission: SubmissionID, opened: String, visit: String,
        company: String, until: Date, words: Words
    ) {
        values = [
            "action": .text(Paths.feedback(token)), "submission": .text(submission.text), "opened": .text(opened),
            "visit": .text(visit), "company": .text(company),
            "project": .text(words("feedback.about-project", ["number": project])),
            "until": .text(words("feedback.open-until", ["time": words.dateTime(until)])),
        ].merging(FeedbackFields.values(bound, words)) { own, _ in own }
            .merging(FormValues.errors(bound, words)) { own, _ in own }
    }
}

/// The ratings, which stand close together, and all the rest.
enum FeedbackFields {
    static func values(_ bound: BoundForm, _ words: Words) -> PageValues {
        let fields = FieldValues(bound: bound, words: words, marksOptional: false)
        let aspects = Set(FeedbackAspect.allCases.map(\.rawValue))
        let first = bound.form.fields.firstIndex { aspects.contains($0.name) } ?? 0
        return [
            "before": .list(bound.form.fields.prefix(first).map(fields.make)),
            "ratings": .list(bound.form.fields.filter { aspects.contains($0.name) }.map(fields.make)),
            "fields": .list(bound.form.fields.dropFirst(first).filter { !aspects.contains($0.name) }.map(fields.make)),
        ]
    }
}

/// Thanks with a number, what happens next, and the customer's own answer for a day (FBK-1).
struct FeedbackThanksPage: Page {
    static let template = "feedback/thanks"
    let values: PageValues

    /// - Parameter isProven: whether the browser proves that it gave the answer, and not only knows that one was taken.
    init(
        _ feedback: Feedback, _ opened: OpenedFeedback?, isProven: Bool, adding bound: BoundForm, token: String,
        submission: SubmissionID, company: String, words: Words
    ) {
        let until = feedback.submittedAt.addingTimeInterval(Feedback.openToCustomer)
        let form = FormValues.make(
            bound, action: Paths.feedbackAdditions(token), submit: "feedback.add", submission: submission, words: words)
        values = [
            "company": .text(company), "number": .text(words("feedback.your-number", ["number": feedback.number])),
            "next": .text(words(feedback.issue == nil ? "feedback.next" : "feedback.next-issue")),
            "isOpen": .flag(opened != nil), "why": .text(words(isProven ? "feedback.no-longer" : "feedback.no-cookie")),
            "until": .text(words("feedback.readable-until", ["time": words.dateTime(until)])),
            "answers": .list(opened.map { FeedbackAnswers.values($0.content, words) } ?? []),
            "additions": .list(opened.map { FeedbackAnswers.additions($0.additions, words) } ?? []),
            "form": opened == nil ? .none : .page(form),
            "typed": opened == nil ? .optional(bound.typed("words")) : .none,
        ]
    }
}

/// What has become of a link whose form somebody had open, with what they wrote (FBK-1).
struct FeedbackClosedPage: Page {
    static let template = "feedback/closed"
    let values: PageValues

    /// - Parameter opened: the moment of opening with its proof, for the complaint that the words can be sent as.
    init(_ state: FeedbackLink.State, _ bound: BoundForm, opened: String, company: String, words: Words) {
        // As typed: what is too long for the form is not lost.
        var content = FeedbackForm.content(bound)
        (content.problems, content.suggestions) = (bound.typed("problems"), bound.typed("suggestions"))
        let said = [FeedbackIssueWords(content, words).text, content.suggestions].filter { !$0.isEmpty }
        values = [
            "company": .text(company), "why": .text(words("feedback.closed.\(state.rawValue)")),
            "enquiryHref": .text(Paths.enquiryForm), "complaintHref": .text(Paths.complaint),
            "hasTyped": .flag(!content.isEmpty),
            "answers": .list(FeedbackAnswers.values(content, words)),
            "complaint": said.isEmpty
                ? .none : .page(Self.complaint(said.joined(separator: "\n"), opened: opened, words)),
        ]
    }

    private static func complaint(_ said: String, opened: String, _ words: Words) -> PageValues {
        let form = MessageForm.form(.complaint).filled(["words": .text(String(said.prefix(2_000)))])
        return MessageFields.values(.complaint, form, submission: .random(), opened: opened, words: words)
    }
}

/// That a form was answered already, for whoever opens its link in another browser.
struct FeedbackAnsweredPage: Page {
    static let template = "feedback/answered"
    let values: PageValues

    init(company: String) {
        values = [
            "company": .text(company), "enquiryHref": .text(Paths.enquiryForm), "complaintHref": .text(Paths.complaint),
        ]
    }
}

/// The one answer to whoever has no open link.
struct FeedbackUnknownPage: Page {
    static let template = "feedback/unknown"
    let values: PageValues

    init(company: String) {
        values = [
            "company": .text(company), "enquiryHref": .text(Paths.enquiryForm), "complaintHref": .text(Paths.complaint),
        ]
    }
}

/// What was said, as it is read.
enum FeedbackAnswers {
    static func values(_ content: FeedbackContent, _ words: Words) -> [PageValues] {
        var rows: [(String, String)] = FeedbackAspect.allCases.compactMap { aspect in
            content.ratings[aspect].map { (aspect.rawValue, "\($0) · " + words("feedback.rating.\($0)")) }
        }
        if let recommends = content.recommends {
            rows.append(("recommends", words("feedback.recommends.\(recommends.rawValue)")))
        }
        rows += [("problems", content.problems), ("suggestions", content.suggestions)].filter { !$0.1.isEmpty }
        if content.wantsCall {
            rows.append(("wants-call", content.callWhen.isEmpty ? words("form.yes") : content.callWhen))
        }
        return rows.map { ["label": .text(words("feedback.\($0.0)")), "value": .text($0.1)] }
    }

    static func additions(_ additions: [FeedbackAddition], _ words: Words) -> [PageValues] {
        additions.map { ["time": .text(words.dateTime($0.at)), "words": .text($0.words)] }
    }
}
