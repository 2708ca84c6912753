import Forms
import Foundation
import Hummingbird
import Rulebooks

/// Registering, showing and correcting projects.
struct ProjectsController: Sendable {
    let projects: ProjectStore
    let customers: CustomerStore
    let members: MemberStore
    let pages: PageResponder
    let books: BooksInForce

    private var rulebook: Rulebook { books.rulebook }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await projects.findWhole(context.id()).orNotFound()
        let follow = FollowUpWords(
            rulebook: rulebook, words: pages.words(for: context), today: pages.today(context))
        let orders = WorkOrderWords(rulebook: rulebook, words: follow.words, now: context.now)
        let page = ProjectPage(whole, for: context.member, words: follow, orders: orders)
        return try await pages.show(page, to: context)
    }

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let customer = try await customer(context)
        let form = try await registrationForm(context)
        var values: [String: FieldValue] = [:]
        if !customer.details.address.isEmpty { values["site-address"] = .text(customer.details.address) }
        if context.member.has(.agent) { values["agent"] = .choice(String(context.member.id)) }
        let page = ProjectFormPage(form.filled(values), of: .customer(customer), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let customer = try await customer(context)
        let entered = try await request.entered()
        let bound = try await registrationForm(context).bind(entered.fields, today: pages.today(context))
        guard let new = ProjectForm.newProject(bound) else {
            return try await showForm(bound, entered, of: .customer(customer), context)
        }
        do {
            let path = try await projects.register(
                new, of: customer.id, today: pages.today(context), entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.project-registered")
        } catch let taken as NumberTaken {
            return try await showForm(bound, entered, of: .customer(customer), taken: taken.project, context)
        }
    }

    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        let bound = ProjectForm.filled(
            with: project.details, in: try await correctionForm(project, context))
        let page = ProjectFormPage(bound, of: .project(project), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        let entered = try await request.entered()
        guard let version = entered.version else { throw Refusal.malformed }
        let bound = try await correctionForm(project, context).bind(entered.fields, today: pages.today(context))
        guard let details = ProjectForm.details(bound, agent: project.details.agentID) else {
            return try await showForm(bound, entered, of: .project(project), context)
        }
        do {
            let path = try await projects.correct(
                project.id, to: details, version: version, entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.project-corrected")
        } catch let taken as NumberTaken {
            return try await showForm(bound, entered, of: .project(project), taken: taken.project, context)
        } catch is StaleVersion {
            return try await showBothVersions(bound, entered, context)
        }
    }

    private func customer(_ context: MemberContext) async throws -> Customer {
        try await customers.find(context.id()).orNotFound()
    }

    private func project(_ context: MemberContext) async throws -> Project {
        try await projects.find(context.id()).orNotFound()
    }

    private func registrationForm(_ context: MemberContext) async throws -> Form {
        ProjectForm.registration(
            ProjectOptions(rulebook, try await members.all()), today: pages.today(context))
    }

    /// Only those who may hand work to others can give the project to another agent (ACC-1).
    private func correctionForm(_ project: Project, _ context: MemberContext) async throws -> Form {
        ProjectForm.correction(
            ProjectOptions(rulebook, try await members.all(), correcting: project.details),
            today: pages.today(context), mayReassign: Permissions.may(context.member, .reassign))
    }

    private func showForm(
        _ bound: BoundForm, _ entered: SubmittedForm, of subject: ProjectFormPage.Subject, taken: ProjectNumber? = nil,
        _ context: MemberContext
    ) async throws -> Response {
        let shown = taken == nil ? bound : bound.adding(FieldError(field: "number", code: "taken"))
        let page = ProjectFormPage(
            shown, of: subject, version: entered.version, taken: taken, submission: try entered.submission(),
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: .unprocessableContent)
    }

    /// Sent again, the form overwrites what its sender has now seen (UX-4).
    private func showBothVersions(
        _ bound: BoundForm, _ entered: SubmittedForm, _ context: MemberContext
    ) async throws -> Response {
        let page = ProjectFormPage(
            bound, of: .project(try await project(context)), isStale: true, submission: try entered.submission(),
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: .conflict)
    }
}
