import Forms
import Foundation
import Hummingbird

/// `/visits/{id}/report`: the report, saved step by step.
struct ReportsController: Sendable {
    let showing: ReportShowing

    private var reports: ServiceReportStore { showing.reports }
    private var pages: PageResponder { showing.pages }

    /// All answers with links to edit them; a filed report redirects to its visit.
    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let report = try await showing.find(context)
        guard !report.isFiled else { return .seeOther(Paths.visit(report.visit.id)) }
        return try await showing.show(report, context)
    }

    @Sendable func showStep(_ request: Request, _ context: MemberContext) async throws -> Response {
        let report = try await showing.find(context)
        let step = try step(context, of: report)
        guard report.closed == nil, !report.isFiled else { return .seeOther(Paths.report(report.visit.id)) }
        try demandWriting(report, context)
        return try await show(step, StepForms(report: report).opened(step).map { .opened($0) }, of: report, context)
    }

    /// Adding a row shows the page as it was typed, without judging it; counting the sum says what it cannot count.
    @Sendable func saveStep(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let report = try await showing.find(context)
        let step = try step(context, of: report)
        try demandWriting(report, context)
        let next = next(after: step, entered, report)
        let places = try await reports.places(ReplacementsForm.serials(entered.fields))
        guard let bound = StepForms(report: report).bind(step, entered.fields, places: places) else {
            return .seeOther(next)
        }
        let form = try PostedForm(entered, bound)
        if entered.asksFor("add-row") {
            return try await show(step, form.with(bound.form.showing(entered.fields)), of: report, context)
        }
        if entered.asksFor("count") {
            return try await show(step, form.with(ChargesCount.shown(bound)), of: report, context)
        }
        do {
            return try await pages.take(form) {
                $0.canonical
            } again: { form in
                try await show(step, form, of: form.isStale ? try await showing.find(context) : report, context)
            } store: { answers, form in
                let path = try await reports.save(
                    step, answers, version: form.baseVersion(), of: report.visit.id, by: context.member, next: next,
                    form.submission, context.stamp)
                return .seeOther(path)
            }
        } catch Refusal.conflict(let reason) {
            let page = UnsavedStepPage(report, step, bound, because: reason, words: pages.words(for: context))
            return try await pages.show(page, to: context, status: .conflict)
        }
    }

    private func show(
        _ step: ReportStep, _ form: PostedForm?, of report: ReportContext, _ context: MemberContext
    ) async throws -> Response {
        let page = StepPage(report, step, form, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form?.status ?? .ok)
    }

    /// The page to continue with: the next step, or the whole report after the last step or an edit.
    private func next(after step: ReportStep, _ entered: SubmittedForm, _ report: ReportContext) -> String {
        let id = report.visit.id
        let isAbsent =
            step == .arrival
            ? entered[ArrivalForm.met.definition.name] == ArrivalForm.absent : report.isAbsent
        let steps = ReportStep.all(isAbsent: isAbsent)
        guard report.draft?[step] == nil, let place = steps.firstIndex(of: step), place + 1 < steps.count else {
            return Paths.report(id)
        }
        return Paths.reportStep(id, steps[place + 1])
    }

    private func step(_ context: MemberContext, of report: ReportContext) throws -> ReportStep {
        guard let step = context.parameters.get("step").flatMap({ ReportStep(rawValue: $0) }) else {
            throw Refusal.notFound
        }
        return step
    }

    private func demandWriting(_ report: ReportContext, _ context: MemberContext) throws {
        guard Permissions.may(context.member, .reportVisit(report.visit)) else {
            throw Refusal.forbidden("other-technician")
        }
    }
}
