import Forms
import Markup

/// The draft report: every step with a link to edit it, what is missing, and the next step.
struct ReportPage: Page {
    static let template = "visits/report/show"
    let values: PageValues

    /// - Parameter closed: why it cannot be edited any more, as a refusal's code.
    init(
        _ report: ReportContext, _ check: ReportCheck, mayWrite: Bool, closed: String?,
        submission: SubmissionID = .random(), words: Words
    ) {
        let isOpen = mayWrite && closed == nil
        let id = report.visit.id
        let isReady = check.finished != nil
        let isAbsent = check.finished?.outcome == .absent
        let isSigned = report.validConfirmation != nil
        values = [
            "title": .text(words("service-reports.title", ["number": report.briefing.order.number])),
            "customer": .text(report.briefing.order.customer.name), "backHref": .text(Paths.visit(id)),
            "closed": .optional(closed.map { words("refusal.\($0)") }),
            "closedBecause": .optional(closed.flatMap { _ in Self.because(report, words) }),
            "author": .optional(
                report.draft.map {
                    words(
                        "service-reports.begun", ["name": $0.authorName, "time": words.dateTime($0.begunAt)])
                }),
            "steps": .list(check.steps.map { Self.step($0, report, isOpen: isOpen, words) }),
            "charges": check.finished.map { ChargeTable.values($0.charges, words) } ?? .none,
            "goOn": isOpen && !isReady
                ? check.firstOpen.map { .page(Self.goOn(to: $0, report, words)) } ?? .none : .none,
            "confirmationHref": isOpen && isReady && !isAbsent ? .text(Paths.reportConfirmation(id)) : .none,
            "confirmation": ConfirmationWords.values(report.confirmation, words),
            "isSigned": .flag(isSigned), "mustSignAgain": .flag(report.confirmation != nil && !isSigned && isReady),
            "filing": isOpen && isReady && (isSigned || isAbsent)
                ? .page([
                    "action": .text(Paths.reportFiling(id)), "submission": .text(submission.text),
                    "version": .number(report.version),
                ]) : .none,
        ]
    }

    /// The reason for withdrawing the visit, as entered.
    private static func because(_ report: ReportContext, _ words: Words) -> String? {
        let reason = report.briefing.withdrawnBecause
        return reason.isEmpty ? nil : words("service-reports.because", ["reason": reason])
    }

    private static func step(
        _ step: ReportCheck.Step, _ report: ReportContext, isOpen: Bool, _ words: Words
    ) -> PageValues {
        let entries =
            step.step == .photographs
            ? [
                [
                    "label": .text(words("service-reports.photographs")), "value": .text(photographs(report, words)),
                    "href": .none,
                ]
            ]
            : step.bound.map { StepEntries.values($0, words) } ?? []
        return [
            "title": .text(words("report-step.\(step.step.rawValue)")),
            "href": isOpen ? .text(Paths.reportStep(report.visit.id, step.step)) : .none,
            "entries": .list(entries), "isMissing": .flag(!step.isSaved),
            "isWrong": .flag(step.isSaved && !step.isComplete), "isEmpty": .flag(step.isSaved && entries.isEmpty),
        ]
    }

    static func photographs(_ report: ReportContext, _ words: Words) -> String {
        words("service-reports.photograph-count", ["count": String(report.photographs.total)])
    }

    private static func goOn(to step: ReportStep, _ report: ReportContext, _ words: Words) -> PageValues {
        [
            "href": .text(Paths.reportStep(report.visit.id, step)),
            "label": .text(words("service-reports.go-on", ["step": words("report-step.\(step.rawValue)")])),
        ]
    }
}
