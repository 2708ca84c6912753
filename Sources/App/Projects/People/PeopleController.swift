import Forms
import Foundation
import Hummingbird

/// Assigns people to duties on a project (ARC-2).
struct PeopleController: Sendable {
    let assignments: AssignmentStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let bound = AssignmentForm.new(staff: stored.staff.choices(), today: pages.today(context))
        return try await show(.opened(bound), stored, context)
    }

    @Sendable func add(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let form = AssignmentForm.form(staff: stored.staff.choices(), today: pages.today(context))
        return try await pages.take(form, from: request, context) {
            AssignmentForm.term($0)
        } again: { form in
            try await show(form, stored, context)
        } store: { term, form in
            do {
                let path = try await assignments.add(term, to: stored.project.id, form.submission, context.stamp)
                return .seeOther(path, notice: "notice.person-added")
            } catch let overlap as OverlappingAssignment {
                return try await show(form.adding(overlap.error(pages.words(for: context))), stored, context)
            }
        }
    }

    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let assignment = try stored.assignment(context.id("assignment"))
        let bound = AssignmentForm.filled(
            with: assignment.term, staff: stored.staff.choices(keeping: [assignment.term.memberID]),
            today: pages.today(context))
        return try await show(.opened(bound), of: assignment, in: stored.project, context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let assignment = try stored.assignment(context.id("assignment"))
        let staff = stored.staff.choices(keeping: [assignment.term.memberID])
        let form = AssignmentForm.form(staff: staff, today: pages.today(context))
        return try await pages.take(form, from: request, context) {
            AssignmentForm.term($0)
        } again: { form in
            let now = try await self.stored(context).assignment(assignment.id)
            return try await show(form, of: now, in: stored.project, context)
        } store: { term, form in
            do {
                let path = try await assignments.correct(
                    assignment.id, to: term, project: stored.project.id, version: form.baseVersion(),
                    form.submission, context.stamp)
                return .seeOther(path, notice: "notice.person-corrected")
            } catch let overlap as OverlappingAssignment {
                let form = form.adding(overlap.error(pages.words(for: context)))
                return try await show(form, of: assignment, in: stored.project, context)
            }
        }
    }

    private func stored(_ context: MemberContext) async throws -> ProjectPeople {
        try await assignments.ofProject(context.id()).orNotFound()
    }

    private func show(
        _ form: PostedForm, _ stored: ProjectPeople, _ context: MemberContext
    ) async throws -> Response {
        let page = PeoplePage(
            form, stored, today: pages.today(context), for: context.member, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }

    private func show(
        _ form: PostedForm, of assignment: Assignment, in project: Project, _ context: MemberContext
    ) async throws -> Response {
        let page = AssignmentPage(form, of: assignment, in: project, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }
}

extension ProjectPeople {
    /// - Throws: `Refusal.notFound`, also for an assignment of another project.
    fileprivate func assignment(_ id: Assignment.ID) throws -> Assignment {
        guard let assignment = people.first(where: { $0.id == id }) else { throw Refusal.notFound }
        return assignment
    }
}

extension OverlappingAssignment {
    /// Names the person who holds the duty on those days.
    fileprivate func error(_ words: Words) -> FieldError {
        let term = other.term
        return FieldError(
            field: "since", code: term.until == nil ? "overlaps-for-ever" : "overlaps",
            arguments: [
                "name": other.memberName, "duty": words(term.duty), "from": words.day(term.since),
                "to": term.until.map(words.day) ?? "",
            ])
    }
}
