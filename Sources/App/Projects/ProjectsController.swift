import Forms
import Foundation
import Hummingbird
import Rulebooks

/// Registers, shows and corrects projects.
struct ProjectsController: Sendable {
    let projects: ProjectStore
    let customers: CustomerStore
    let members: MemberStore
    let pages: PageResponder
    let rules: CurrentRules

    private var rulebook: Rulebook { rules.rulebook }

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
        return try await show(.opened(form.filled(values)), of: .customer(customer), context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let customer = try await customer(context)
        return try await pages.take(try await registrationForm(context), from: request, context) {
            ProjectForm.newProject($0)
        } again: { form in
            try await show(form, of: .customer(customer), context)
        } store: { new, form in
            do {
                let path = try await projects.register(
                    new, of: customer.id, today: pages.today(context), form.submission, context.stamp)
                return .seeOther(path, notice: "notice.project-registered")
            } catch let taken as NumberTaken {
                return try await show(form, of: .customer(customer), taken: taken.project, context)
            }
        }
    }

    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        let bound = ProjectForm.filled(with: project.details, in: try await correctionForm(project, context))
        return try await show(.opened(bound), of: .project(project), context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        return try await pages.take(try await correctionForm(project, context), from: request, context) {
            ProjectForm.details($0, agent: project.details.agentID)
        } again: { form in
            try await show(form, of: .project(try await self.project(context)), context)
        } store: { details, form in
            do {
                let path = try await projects.correct(
                    project.id, to: details, version: form.baseVersion(), form.submission, context.stamp)
                return .seeOther(path, notice: "notice.project-corrected")
            } catch let taken as NumberTaken {
                return try await show(form, of: .project(project), taken: taken.project, context)
            }
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

    /// Only those who may reassign work can change the project's agent (ACC-1).
    private func correctionForm(_ project: Project, _ context: MemberContext) async throws -> Form {
        ProjectForm.correction(
            ProjectOptions(rulebook, try await members.all(), correcting: project.details),
            today: pages.today(context), mayReassign: Permissions.may(context.member, .reassign))
    }

    private func show(
        _ form: PostedForm, of subject: ProjectFormPage.Subject, taken: ProjectNumber? = nil, _ context: MemberContext
    ) async throws -> Response {
        let form = taken == nil ? form : form.adding(FieldError(field: "number", code: "taken"))
        let page = ProjectFormPage(form, of: subject, taken: taken, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }
}
