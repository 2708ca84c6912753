import Forms

/// The report as it stands: every step with a way to change it, what is missing, and what comes next.
struct ReportPage: Page {
    static let template = "visits/report/show"
    let values: PageValues

    /// - Parameter closed: why nothing can be filled in any more, as a code of a refusal.
    init(
        _ dossier: ReportDossier, _ reading: ReportCheck, mayWrite: Bool, closed: String?,
        submission: SubmissionID = .random(), words: Words
    ) {
        let isOpen = mayWrite && closed == nil
        let id = dossier.visit.id
        let isReady = reading.report != nil
        let isAbsent = reading.report?.outcome == .absent
        let isSigned = dossier.validConfirmation != nil
        values = [
            "title": .text(words("service-reports.title", ["number": dossier.briefing.order.number])),
            "customer": .text(dossier.briefing.order.customer.name), "backHref": .text(Paths.visit(id)),
            "closed": .optional(closed.map { words("refusal.\($0)") }),
            "closedBecause": .optional(closed.flatMap { _ in Self.because(dossier, words) }),
            "author": .optional(
                dossier.draft.map {
                    words(
                        "service-reports.begun", ["name": $0.authorName, "time": words.dateTime($0.begunAt)])
                }),
            "steps": .list(reading.steps.map { Self.step($0, dossier, isOpen: isOpen, words) }),
            "charges": reading.report.map { ReportWords(report: $0, words: words).charges } ?? .none,
            "goOn": isOpen && !isReady
                ? reading.firstOpen.map { .page(Self.goOn(to: $0, dossier, words)) } ?? .none : .none,
            "confirmationHref": isOpen && isReady && !isAbsent ? .text(Paths.reportConfirmation(id)) : .none,
            "confirmation": ConfirmationWords.values(dossier.confirmation, words),
            "isSigned": .flag(isSigned), "mustSignAgain": .flag(dossier.confirmation != nil && !isSigned && isReady),
            "filing": isOpen && isReady && (isSigned || isAbsent)
                ? .page([
                    "action": .text(Paths.filing(visit: id)), "submission": .text(submission.text),
                    "version": .number(dossier.version),
                ]) : .none,
        ]
    }

    /// Why the visit was called off, in the words of whoever did.
    private static func because(_ dossier: ReportDossier, _ words: Words) -> String? {
        let reason = dossier.briefing.withdrawnBecause
        return reason.isEmpty ? nil : words("service-reports.because", ["reason": reason])
    }

    private static func step(
        _ step: ReportCheck.Step, _ dossier: ReportDossier, isOpen: Bool, _ words: Words
    ) -> PageValues {
        let entries =
            step.step == .photographs
            ? [
                [
                    "label": .text(words("service-reports.photographs")), "value": .text(photographs(dossier, words)),
                    "href": .none,
                ]
            ]
            : step.bound.map { StepEntries.values($0, words) } ?? []
        return [
            "title": .text(words("report-step.\(step.step.rawValue)")),
            "href": isOpen ? .text(Paths.reportStep(dossier.visit.id, step.step)) : .none,
            "entries": .list(entries), "isMissing": .flag(!step.isSaved),
            "isWrong": .flag(step.isSaved && !step.isComplete), "isEmpty": .flag(step.isSaved && entries.isEmpty),
        ]
    }

    static func photographs(_ dossier: ReportDossier, _ words: Words) -> String {
        words("service-reports.photograph-count", ["count": String(dossier.photographs.total)])
    }

    private static func goOn(to step: ReportStep, _ dossier: ReportDossier, _ words: Words) -> PageValues {
        [
            "href": .text(Paths.reportStep(dossier.visit.id, step)),
            "label": .text(words("service-reports.go-on", ["step": words("report-step.\(step.rawValue)")])),
        ]
    }
}
