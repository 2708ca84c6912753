import Forms
import Foundation
import Hummingbird

/// `/work-orders`: the list, the file, the board.
struct WorkOrdersController: Sendable {
    let orders: WorkOrderStore
    let members: MemberStore
    let audit: AuditStore
    let pages: PageResponder

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = WorkOrderFilter(query: request.query)
        let sight = Permissions.workOrders(for: context.member)
        let list = try await orders.list(filter, for: sight, at: context.now)
        let technicians = sight.isComplete || sight.department != nil ? try await self.technicians() : []
        let page = WorkOrdersPage(
            list, filter, technicians: technicians, member: context.member, words: words(context))
        return try await pages.show(page, to: context)
    }

    /// The list that is shown, as a file: the same rows, the same rule of what may be known (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let filter = WorkOrderFilter(query: request.query)
        let list = try await orders.list(
            filter, for: Permissions.workOrders(for: context.member), at: context.now, limit: CSVFile.limit)
        try await audit.noteExport(of: "work-orders", rows: list.lines.count, context.stamp)
        return CSVFile(list.lines, words: words(context)).response
    }

    @Sendable func board(_ request: Request, _ context: MemberContext) async throws -> Response {
        let sight = Permissions.workOrders(for: context.member)
        let board = try await orders.board(for: sight, at: context.now)
        let technicians = try await self.technicians().filter { sight.isComplete || $0.department == sight.department }
        let page = WorkOrderBoardPage(
            board, technicians: technicians, member: context.member, words: words(context))
        return try await pages.show(page, to: context)
    }

    /// Those who can be sent, by name.
    private func technicians() async throws -> [Member] {
        try await members.all().filter(\.canBeSent).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    private func words(_ context: MemberContext) -> WorkOrderWords {
        WorkOrderWords(rulebook: orders.books.rulebook, words: pages.words(for: context), now: context.now)
    }
}
