import Forms
import Foundation
import Hummingbird

/// Adds and corrects the equipment of a project (ARC-2).
struct EquipmentController: Sendable {
    let equipment: EquipmentStore
    let projects: ProjectStore
    let pages: PageResponder

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = EquipmentForm.form(today: pages.today(context), isThere: false)
        return try await show(.opened(form.blank), in: try await project(context), context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        let form = EquipmentForm.form(today: pages.today(context), isThere: false)
        return try await pages.take(form, from: request, context) {
            EquipmentForm.details($0)
        } again: { form in
            try await show(form, in: project, context)
        } store: { details, form in
            do {
                let path = try await equipment.add(details, to: project.id, form.submission, context.stamp)
                return .seeOther(path, notice: "notice.equipment-added")
            } catch let taken as SerialTaken {
                return try await show(form, in: project, taken: taken.project, context)
            }
        }
    }

    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        let piece = try await piece(of: project, context)
        let bound = EquipmentForm.filled(with: piece.details, today: pages.today(context))
        return try await show(.opened(bound), of: piece, in: project, context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        let piece = try await piece(of: project, context)
        let form = EquipmentForm.form(today: pages.today(context), isThere: true)
        return try await pages.take(form, from: request, context) {
            EquipmentForm.details($0)
        } again: { form in
            try await show(form, of: try await self.piece(of: project, context), in: project, context)
        } store: { details, form in
            do {
                let path = try await equipment.correct(
                    piece.id, to: details, version: form.baseVersion(), form.submission, context.stamp)
                return .seeOther(path, notice: "notice.equipment-corrected")
            } catch let taken as SerialTaken {
                return try await show(form, of: piece, in: project, taken: taken.project, context)
            }
        }
    }

    private func project(_ context: MemberContext) async throws -> Project {
        try await projects.find(context.id()).orNotFound()
    }

    private func piece(of project: Project, _ context: MemberContext) async throws -> Equipment {
        let piece = try await equipment.find(context.id("equipment")).orNotFound()
        guard piece.projectID == project.id else { throw Refusal.notFound }
        return piece
    }

    private func show(
        _ form: PostedForm, of piece: Equipment? = nil, in project: Project, taken: ProjectNumber? = nil,
        _ context: MemberContext
    ) async throws -> Response {
        let form = taken == nil ? form : form.adding(FieldError(field: "serial-number", code: "taken"))
        let page = EquipmentPage(form, of: piece, in: project, taken: taken, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }
}
