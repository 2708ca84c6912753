import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// Who works on a project in which duty, and when (ARC-2).
struct PeopleController: Sendable {
    let assignments: AssignmentStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let bound = AssignmentForm.new(staff: stored.staff.choices(), today: pages.today(context))
        return try await show(bound, stored, submission: .random(), context)
    }

    @Sendable func add(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let entered = try await request.entered()
        let form = AssignmentForm.form(staff: stored.staff.choices(), today: pages.today(context))
        let bound = form.bind(entered.fields, today: pages.today(context))
        guard let term = AssignmentForm.term(bound) else {
            return try await show(
                bound, stored, submission: entered.submission(), context, status: .unprocessableContent)
        }
        do {
            let path = try await assignments.add(term, to: stored.project.id, entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.person-added")
        } catch let overlap as OverlappingAssignment {
            return try await show(
                bound.adding(overlap.error(pages.words(for: context))), stored, submission: entered.submission(),
                context, status: .unprocessableContent)
        }
    }

    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let assignment = try stored.assignment(context.id("assignment"))
        let bound = AssignmentForm.filled(
            with: assignment.term, staff: stored.staff.choices(keeping: [assignment.term.memberID]),
            today: pages.today(context))
        let page = AssignmentPage(bound, of: assignment, in: stored.project, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let stored = try await stored(context)
        let assignment = try stored.assignment(context.id("assignment"))
        let entered = try await request.entered()
        guard let version = entered.version else { throw Refusal.malformed }
        let staff = stored.staff.choices(keeping: [assignment.term.memberID])
        var bound = AssignmentForm.form(staff: staff, today: pages.today(context))
            .bind(entered.fields, today: pages.today(context))
        var shown = assignment
        var isStale = false
        if let term = AssignmentForm.term(bound) {
            do {
                let path = try await assignments.correct(
                    assignment.id, to: term, project: stored.project.id, version: version, entered.submission(),
                    context.stamp)
                return .seeOther(path, notice: "notice.person-corrected")
            } catch let overlap as OverlappingAssignment {
                bound = bound.adding(overlap.error(pages.words(for: context)))
            } catch is StaleVersion {
                shown = try await self.stored(context).assignment(assignment.id)
                isStale = true
            }
        }
        let page = AssignmentPage(
            bound, of: shown, in: stored.project, version: isStale ? nil : version, isStale: isStale,
            submission: try entered.submission(), words: pages.words(for: context))
        return try await pages.show(page, to: context, status: isStale ? .conflict : .unprocessableContent)
    }

    private func stored(_ context: MemberContext) async throws -> ProjectPeople {
        try await assignments.ofProject(context.id()).orNotFound()
    }

    private func show(
        _ bound: BoundForm, _ stored: ProjectPeople, submission: SubmissionID, _ context: MemberContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = PeoplePage(
            bound, stored, submission: submission, today: pages.today(context), for: context.member,
            words: pages.words(for: context))
        return try await pages.show(page, to: context, status: status)
    }
}

extension ProjectPeople {
    /// - Throws: `Refusal.notFound`, also for somebody on another project.
    fileprivate func assignment(_ id: Assignment.ID) throws -> Assignment {
        guard let assignment = people.first(where: { $0.id == id }) else { throw Refusal.notFound }
        return assignment
    }
}

extension OverlappingAssignment {
    /// Names who has the duty on those days already.
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
