import Forms
import Foundation
import Hummingbird

/// `/visits/{id}/report`: the report step by step, each saved at once.
struct ReportsController: Sendable {
    let showing: ReportShowing

    private var reports: ServiceReportStore { showing.reports }
    private var pages: PageResponder { showing.pages }

    /// Every answer with a way to change it; of a filed report, the visit's page.
    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let dossier = try await showing.find(context)
        guard !dossier.isFiled else { return .seeOther(Paths.visit(dossier.visit.id)) }
        return try await showing.show(dossier, context)
    }

    @Sendable func showStep(_ request: Request, _ context: MemberContext) async throws -> Response {
        let dossier = try await showing.find(context)
        let step = try step(context, of: dossier)
        guard dossier.closed == nil, !dossier.isFiled else { return .seeOther(Paths.report(dossier.visit.id)) }
        try demandWriting(dossier, context)
        let page = StepPage(
            dossier, step, StepForms(dossier: dossier).opened(step), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func saveStep(_ request: Request, _ context: MemberContext) async throws -> Response {
        let entered = try await request.entered()
        let submission = try entered.submission()
        let dossier = try await showing.find(context)
        let step = try step(context, of: dossier)
        try demandWriting(dossier, context)
        let next = next(after: step, entered, dossier)
        guard step.hasForm else { return .seeOther(next) }
        let places = try await reports.places(ReplacementsForm.serials(entered.fields))
        let bound = StepForms(dossier: dossier).bind(step, entered.fields, places: places)
        guard let bound, bound.isValid, !entered.asksFor("add-row"), !entered.asksFor("count") else {
            return try await showAgain(dossier, step, bound, entered, submission, context)
        }
        guard let version = entered.version else { throw Refusal.malformed }
        do {
            let path = try await reports.save(
                step, bound.canonical, version: version, of: dossier.visit.id, by: context.member,
                next: next, submission, context.stamp)
            return .seeOther(path)
        } catch is StaleVersion {
            return try await showTwoVersions(step, bound, context)
        } catch Refusal.conflict(let reason) {
            let page = UnsavedStepPage(dossier, step, bound, because: reason, words: pages.words(for: context))
            return try await pages.show(page, to: context, status: .conflict)
        }
    }

    /// Adding a row shows the page as it was typed, without judging it; counting the sum says what it cannot count.
    private func showAgain(
        _ dossier: ReportDossier, _ step: ReportStep, _ bound: BoundForm?, _ entered: SubmittedForm,
        _ submission: SubmissionID, _ context: MemberContext
    ) async throws -> Response {
        let shown =
            if entered.asksFor("add-row") {
                bound?.form.showing(entered.fields)
            } else if entered.asksFor("count") { bound.map(ChargesCount.shown) } else { bound }
        let page = StepPage(dossier, step, shown, submission: submission, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: shown?.isValid == false ? .unprocessableContent : .ok)
    }

    /// Somebody else saved this step meanwhile: both are shown, and saving again decides for mine (UX-4).
    private func showTwoVersions(
        _ step: ReportStep, _ mine: BoundForm, _ context: MemberContext
    ) async throws -> Response {
        let dossier = try await showing.find(context)
        let stored = mine.form.bind(dossier.answers(step), today: dossier.now.day)
        let page = StepPage(dossier, step, mine, theirs: stored, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: .conflict)
    }

    /// Where one goes on: the next step, or the whole report when this was the last one or was opened to be changed.
    private func next(after step: ReportStep, _ entered: SubmittedForm, _ dossier: ReportDossier) -> String {
        let id = dossier.visit.id
        let isAbsent =
            step == .arrival
            ? entered[ArrivalForm.met.definition.name] == ArrivalForm.absent : dossier.isAbsent
        let steps = ReportStep.all(isAbsent: isAbsent)
        guard dossier.draft?[step] == nil, let place = steps.firstIndex(of: step), place + 1 < steps.count else {
            return Paths.report(id)
        }
        return Paths.reportStep(id, steps[place + 1])
    }

    private func step(_ context: MemberContext, of dossier: ReportDossier) throws -> ReportStep {
        guard let step = context.parameters.get("step").flatMap({ ReportStep(rawValue: $0) }) else {
            throw Refusal.notFound
        }
        return step
    }

    private func demandWriting(_ dossier: ReportDossier, _ context: MemberContext) throws {
        guard Permissions.may(context.member, .reportVisit(dossier.visit)) else {
            throw Refusal.forbidden("other-technician")
        }
    }
}
