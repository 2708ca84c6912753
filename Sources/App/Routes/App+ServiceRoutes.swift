import Hummingbird

/// On-site service: the desk, the technician and the cash; every group says who may enter it (ACC-1).
extension App {
    func addWorkOrders(to members: RouterGroup<MemberContext>) {
        let orders = workOrdersController, requests = workOrderRequestsController
        let decisions = workOrderDecisionsController, dispatch = dispatchController
        let appointments = appointmentsController

        let seeing = members.entering(.seeWorkOrders)
        seeing.get("/work-orders", use: orders.index)
        seeing.get("/work-orders/:id", use: orders.show)
        seeing.get("/work-orders/:id/phone", use: orders.backToOrder)
        seeing.post("/work-orders/:id/phone", use: orders.showPhone)
        seeing.post("/work-orders/:id/cancellation", use: decisions.cancel)
        seeing.get("/visits/:id/appointments", use: appointments.edit)
        seeing.post("/visits/:id/appointments", use: appointments.agree)
        seeing.post("/visits/:id/appointments/notice", use: appointments.noteTold)

        members.entering(.exportWorkOrders).owingEntry(pages).get("/work-orders.csv", use: orders.export)
        members.entering(.seeWorkOrderBoard).get("/work-orders/board", use: orders.board)

        let requesting = members.entering(.requestWorkOrder)
        requesting.owingEntry(pages).get("/work-orders/new", use: requests.new)
        requesting.post("/work-orders", use: requests.create)

        let managing = members.entering(.manageWorkOrders)
        managing.post("/work-orders/:id/approval", use: decisions.approve)
        managing.post("/work-orders/:id/refusal", use: decisions.refuse)
        managing.get("/work-orders/:id/visits", use: dispatch.new)
        managing.post("/work-orders/:id/visits", use: dispatch.create)
        managing.get("/visits/:id/withdrawal", use: appointments.edit)
        managing.post("/visits/:id/withdrawal", use: appointments.withdraw)
    }

    func addVisits(to members: RouterGroup<MemberContext>) {
        let visits = visitsController, reports = reportsController, confirmation = confirmationController
        let filed = filedReportsController, fees = feesController, photographs = photographsController

        let going = members.entering(.seeVisits)
        going.get("/visits/:id", use: visits.show)
        going.get("/visits/:id/phone", use: visits.backToVisit)
        going.post("/visits/:id/phone", use: visits.showPhone)
        going.post("/visits/:id/acceptance", use: visits.accept)
        going.post("/visits/:id/arrival", use: visits.arrive)
        going.get("/visits/:id/report", use: reports.show)
        going.get("/visits/:id/report/:step", use: reports.showStep)
        going.post("/visits/:id/report/:step", use: reports.saveStep)
        going.get("/visits/:id/confirmation", use: confirmation.show)
        going.post("/visits/:id/confirmation", use: confirmation.confirm)
        going.get("/visits/:id/filing", use: visits.backToVisit)
        going.post("/visits/:id/filing", use: filed.file)
        going.owingEntry(pages).get("/visits/:id/print", use: filed.print)
        going.get("/visits/:id/fees", use: visits.backToVisit)
        going.post("/visits/:id/fees", use: visits.handIn)
        going.get("/visits/:id/photographs", use: photographs.index)
        going.post("/visits/:id/photographs", use: photographs.create)
        going.get("/visits/:id/photographs/receipt", use: photographs.receipt)
        going.get("/photographs/:token", use: photographs.show)
        going.get("/photographs/:token/thumbnail", use: photographs.thumbnail)
        going.post("/photographs/:token/removal", use: photographs.remove)
        going.post("/photographs/:token/return", use: photographs.putBack)

        members.entering(.seeFees).get("/fees", use: fees.index)
        let confirming = members.entering(.confirmFees)
        confirming.get("/visits/:id/fees/confirmation", use: fees.show)
        confirming.post("/visits/:id/fees/confirmation", use: fees.confirm)
    }
}
