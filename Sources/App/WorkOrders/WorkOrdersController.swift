import Forms
import Foundation
import Hummingbird

/// `/work-orders`: the list, its export, the board, one order.
struct WorkOrdersController: Sendable {
    let showing: WorkOrderShowing
    let members: MemberStore
    let audit: AuditStore

    private var orders: WorkOrderStore { showing.orders }
    private var pages: PageResponder { showing.pages }

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let query = query(request, context)
        let sight = Permissions.workOrders(for: context.member)
        let list = try await orders.list(query, for: sight, at: context.now)
        let technicians = sight.isComplete || sight.department != nil ? try await self.technicians() : []
        let page = WorkOrdersPage(
            list, query, technicians: technicians, member: context.member, words: showing.words(context))
        return try await pages.show(page, to: context)
    }

    /// Exports the filtered list, with the same rows and the same scope (ACC-7).
    @Sendable func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let sight = Permissions.workOrders(for: context.member)
        let list = try await orders.list(query(request, context).asFile, for: sight, at: context.now)
        return try await CSVFile(list, words: showing.words(context)).response {
            try await audit.noteExport(of: "work-orders", rows: $0, context.stamp)
        }
    }

    private func query(_ request: Request, _ context: MemberContext) -> ListQuery {
        ListQuery(Paths.workOrders, WorkOrderFilter.form, request.query, today: pages.today(context))
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await showing.show(try await showing.find(context), context)
    }

    /// The page with the phone in full, which is audited each time (ACC-8).
    @Sendable func showPhone(_ request: Request, _ context: MemberContext) async throws -> Response {
        let whole = try await orders.findShowingPhone(context.id(), to: context.member, context.stamp)
        return try await showing.show(try whole.orNotFound(), phoneInFull: true, context)
    }

    /// GET of an address that only takes POST, by hand or after a change of language.
    @Sendable func backToOrder(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.workOrder(try context.id()))
    }

    @Sendable func board(_ request: Request, _ context: MemberContext) async throws -> Response {
        let sight = Permissions.workOrders(for: context.member)
        let board = try await orders.board(for: sight, at: context.now)
        let technicians = try await self.technicians().filter { sight.isComplete || $0.department == sight.department }
        let page = WorkOrderBoardPage(
            board, technicians: technicians, member: context.member, words: showing.words(context))
        return try await pages.show(page, to: context)
    }

    /// Members who can be dispatched, by name.
    private func technicians() async throws -> [Member] {
        try await members.all().filter(\.canBeSent).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
}
