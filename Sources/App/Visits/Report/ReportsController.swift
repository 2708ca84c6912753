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
        let page = StepPage(
            report, step, StepForms(report: report).opened(step), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func saveStep(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let report = try await showing.find(context)
        let step = try step(context, of: report)
        try demandWriting(report, context)
        let next = next(after: step, entered, report)
        guard step.hasForm else { return .seeOther(next) }
        let places = try await reports.places(ReplacementsForm.serials(entered.fields))
        let bound = StepForms(report: report).bind(step, entered.fields, places: places)
        guard let bound, bound.isValid, !entered.asksFor("add-row"), !entered.asksFor("count") else {
            return try await showAgain(report, step, bound, entered, submission, context)
        }
        guard let version = entered.version else { throw Refusal.malformed }
        do {
            let path = try await reports.save(
                step, bound.canonical, version: version, of: report.visit.id, by: context.member,
                next: next, submission, context.stamp)
            return .seeOther(path)
        } catch is StaleVersion {
            return try await showTwoVersions(step, bound, context)
        } catch Refusal.conflict(let reason) {
            let page = UnsavedStepPage(report, step, bound, because: reason, words: pages.words(for: context))
            return try await pages.show(page, to: context, status: .conflict)
        }
    }

    /// Shows the form as typed: adding a row does not validate it; calculating the total marks rows that cannot be
    /// counted.
    private func showAgain(
        _ report: ReportContext, _ step: ReportStep, _ bound: BoundForm?, _ entered: SubmittedForm,
        _ submission: SubmissionID, _ context: MemberContext
    ) async throws -> Response {
        let shown =
            if entered.asksFor("add-row") {
                bound?.form.showing(entered.fields)
            } else if entered.asksFor("count") { bound.map(ChargesCount.shown) } else { bound }
        let page = StepPage(report, step, shown, submission: submission, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: shown?.isValid == false ? .unprocessableContent : .ok)
    }

    /// Conflict: somebody else saved this step meanwhile. Both versions are shown, and saving again overwrites theirs
    /// (UX-4).
    private func showTwoVersions(
        _ step: ReportStep, _ mine: BoundForm, _ context: MemberContext
    ) async throws -> Response {
        let report = try await showing.find(context)
        let stored = mine.form.bind(report.answers(step), today: report.now.day)
        let page = StepPage(report, step, mine, theirs: stored, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: .conflict)
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
