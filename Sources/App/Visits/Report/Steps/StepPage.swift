import Forms
import Markup
import Rulebooks

/// One step of the report on a phone: progress, a few fields, and the way on.
struct StepPage: Page {
    static let template = "visits/report/steps/step"
    let values: PageValues

    /// - Parameter form: nil for a step that asks nothing.
    init(_ report: ReportContext, _ step: ReportStep, _ form: PostedForm?, words: Words) {
        let bound = form?.bound
        // Somebody else saved this step meanwhile: both are shown, and saving again decides for mine (UX-4).
        let theirs = form?.isStale == true ? bound?.form.bind(report.answers(step), today: report.now.day) : nil
        let id = report.visit.id
        let steps = report.steps
        let place = steps.firstIndex(of: step) ?? 0
        let fields = bound.map { FieldValues(bound: $0, words: words) }
        let inputs: [PageValues] = bound.map { $0.form.fields.map { fields?.make($0) ?? [:] } } ?? []
        let differences: PageValue =
            if let bound, let theirs { FormValues.differences(mine: bound, theirs: theirs, words) } else { .list([]) }
        let own: PageValues = [
            "title": .text(words("report-step.\(step.rawValue)")),
            "progress": .text(
                words("service-reports.progress", ["number": String(place + 1), "count": String(steps.count)])),
            "done": .number(place + 1), "count": .number(steps.count),
            "order": .text("\(report.briefing.order.number) · \(report.briefing.order.customer.name)"),
            "overviewHref": .text(Paths.report(id)),
            "previousHref": place > 0 ? .text(Paths.reportStep(id, steps[place - 1])) : .none,
            "action": .text(Paths.reportStep(id, step)), "submission": .text((form?.submission ?? .random()).text),
            "version": .number(form?.version ?? report.draft?[step]?.version ?? 0),
            "keep": .text("report-\(step.rawValue)"),
            "fields": .list(inputs),
            "notes": .list(Self.notes(step, report, words).map { ["text": .text($0)] }),
            "charges": bound.map { Self.charges(step, report, $0, words) } ?? .none,
            "canCount": .flag(step == .charges),
            "photographsHref": step == .photographs ? .text(Paths.photographs(visit: id)) : .none,
            "photographs": .text(ReportPage.photographs(report, words)),
            "isConflict": .flag(theirs != nil),
            "differences": differences,
        ]
        values = own.merging(bound.map { FormValues.errors($0, words) } ?? Self.noErrors) { own, _ in own }
    }

    private static let noErrors: PageValues = ["hasErrors": false, "soleError": .none, "errors": .list([])]

    /// Hints at the top of a step.
    private static func notes(_ step: ReportStep, _ report: ReportContext, _ words: Words) -> [String] {
        switch step {
        case .arrival:
            let deadlines = report.deadlines.map { deadline in
                words(
                    "service-reports.deadline.\(deadline.code)",
                    ["day": words.day(deadline.moment.day), "time": deadline.moment.time.description])
            }
            let tapped = report.briefing.arrivedAt.map {
                words("service-reports.tapped", ["time": words.dateTime($0)])
            }
            return deadlines + [tapped].compactMap { $0 }
        case .charges:
            let kind = report.briefing.order.details.kind
            return [
                report.warranty.reason(words),
                words("service-reports.parts-inside.\(report.terms.partsInsideWarranty.rawValue)"),
            ] + (kind.isFreeUnderWarranty ? [] : [words("service-reports.fees-inside")])
        case .replacements:
            switch report.terms.replacedPart {
            case .remaining: return [words("rulebook.fact.replaced-part.remaining")]
            case .anew(let months): return [words("rulebook.fact.replaced-part.anew", ["count": String(months)])]
            }
        case .finding: return [report.briefing.order.details.symptom]
        case .outcome where report.isAbsent: return [words("service-reports.was-absent")]
        case .photographs, .site, .outcome: return []
        }
    }

    /// The rows' total so far, calculated by the server.
    private static func charges(
        _ step: ReportStep, _ report: ReportContext, _ bound: BoundForm, _ words: Words
    ) -> PageValue {
        guard step == .charges else { return .none }
        let prices = ChargesForm(report)
        let counted = ChargesCount.counted(bound, today: report.now.day)
        return ChargeTable.values(prices.charges(counted), words)
    }
}

/// The page after a step could not be saved any more: the reason, and the typed text to copy (UX-2).
struct UnsavedStepPage: Page {
    static let template = "visits/report/steps/kept"
    let values: PageValues

    init(_ report: ReportContext, _ step: ReportStep, _ bound: BoundForm?, because code: String, words: Words) {
        self.init(report, words("report-step.\(step.rawValue)"), bound, because: code, words: words)
    }

    /// - Parameter title: of the rejected form.
    init(_ report: ReportContext, _ title: String, _ bound: BoundForm?, because code: String, words: Words) {
        values = [
            "title": .text(title),
            "order": .text("\(report.briefing.order.number) · \(report.briefing.order.customer.name)"),
            "message": .text(words("refusal.\(code)")), "overviewHref": .text(Paths.report(report.visit.id)),
            "entries": .list(bound.map { StepEntries.values($0, words) } ?? []),
        ]
    }
}
