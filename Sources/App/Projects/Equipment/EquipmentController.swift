import Forms
import Foundation
import HTTPTypes
import Hummingbird

/// What a project has installed: added, and corrected (ARC-2).
struct EquipmentController: Sendable {
    let equipment: EquipmentStore
    let projects: ProjectStore
    let pages: PageResponder

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        let form = EquipmentForm.form(today: pages.today(context), isThere: false)
        let page = EquipmentPage(form.blank, in: project, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        let entered = try await request.entered()
        let today = pages.today(context)
        let bound = EquipmentForm.form(today: today, isThere: false).bind(entered.fields, today: today)
        guard let details = EquipmentForm.details(bound) else {
            return try await showForm(bound, entered, in: project, context)
        }
        do {
            let path = try await equipment.add(details, to: project.id, entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.equipment-added")
        } catch let taken as SerialTaken {
            return try await showForm(bound, entered, in: project, taken: taken.project, context)
        }
    }

    @Sendable func edit(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        let piece = try await piece(of: project, context)
        let bound = EquipmentForm.filled(with: piece.details, today: pages.today(context))
        let page = EquipmentPage(bound, of: piece, in: project, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func correct(_ request: Request, _ context: MemberContext) async throws -> Response {
        let project = try await project(context)
        let piece = try await piece(of: project, context)
        let entered = try await request.entered()
        guard let version = entered.version else { throw Refusal.malformed }
        let today = pages.today(context)
        let bound = EquipmentForm.form(today: today, isThere: true).bind(entered.fields, today: today)
        guard let details = EquipmentForm.details(bound) else {
            return try await showForm(bound, entered, of: piece, in: project, context)
        }
        do {
            let path = try await equipment.correct(
                piece.id, to: details, version: version, entered.submission(), context.stamp)
            return .seeOther(path, notice: "notice.equipment-corrected")
        } catch let taken as SerialTaken {
            return try await showForm(bound, entered, of: piece, in: project, taken: taken.project, context)
        } catch is StaleVersion {
            // Sent again, the form overwrites what its sender has now seen (UX-4).
            let page = EquipmentPage(
                bound, of: try await self.piece(of: project, context), in: project, isStale: true,
                submission: try entered.submission(), words: pages.words(for: context))
            return try await pages.show(page, to: context, status: .conflict)
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

    private func showForm(
        _ bound: BoundForm, _ entered: SubmittedForm, of piece: Equipment? = nil, in project: Project,
        taken: ProjectNumber? = nil, _ context: MemberContext
    ) async throws -> Response {
        let shown = taken == nil ? bound : bound.adding(FieldError(field: "serial-number", code: "taken"))
        let page = EquipmentPage(
            shown, of: piece, in: project, version: entered.version, taken: taken,
            submission: try entered.submission(), words: pages.words(for: context))
        return try await pages.show(page, to: context, status: .unprocessableContent)
    }
}
