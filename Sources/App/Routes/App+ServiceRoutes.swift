import Hummingbird

/// Routes of on-site service: work orders, visits and cash; each group names its permission (ACC-1).
extension App {
    func addWorkOrders(to members: RouterGroup<MemberContext>) {
        let orders = workOrdersController, requests = workOrderRequestsController
        let decisions = workOrderDecisionsController, dispatch = dispatchController
        let appointments = appointmentsController

        let seeing = members.entering(.seeWorkOrders)
        seeing.get(Paths.workOrders, use: orders.index)
        seeing.get(Paths.workOrder, use: orders.show)
        seeing.get(Paths.workOrderPhone, use: orders.backToOrder)
        seeing.post(Paths.workOrderPhone, use: orders.showPhone)
        seeing.post(Paths.workOrderCancellation, use: decisions.cancel)
        seeing.get(Paths.appointments, use: appointments.edit)
        seeing.post(Paths.appointments, use: appointments.agree)
        seeing.post(Paths.appointmentNotice, use: appointments.noteTold)

        members.entering(.exportWorkOrders).exporting(pages).get(Paths.workOrdersFile, use: orders.export)
        members.entering(.seeWorkOrderBoard).get(Paths.workOrderBoard, use: orders.board)

        let requesting = members.entering(.requestWorkOrder)
        requesting.owingEntry(pages).get(Paths.newWorkOrder, use: requests.new)
        requesting.post(Paths.workOrders, use: requests.create)

        let managing = members.entering(.manageWorkOrders)
        managing.post(Paths.workOrderApproval, use: decisions.approve)
        managing.post(Paths.workOrderRefusal, use: decisions.refuse)
        managing.get(Paths.visits, use: dispatch.new)
        managing.post(Paths.visits, use: dispatch.create)
        managing.get(Paths.visitWithdrawal, use: appointments.edit)
        managing.post(Paths.visitWithdrawal, use: appointments.withdraw)
    }

    func addVisits(to members: RouterGroup<MemberContext>) {
        let visits = visitsController, reports = reportsController, confirmation = confirmationController
        let filed = filedReportsController, fees = feesController, photographs = photographsController

        let going = members.entering(.seeVisits)
        going.get(Paths.visit, use: visits.show)
        going.get(Paths.visitPhone, use: visits.backToVisit)
        going.post(Paths.visitPhone, use: visits.showPhone)
        going.post(Paths.acceptance, use: visits.accept)
        going.post(Paths.arrival, use: visits.arrive)
        going.get(Paths.report, use: reports.show)
        going.get(Paths.reportStep, use: reports.showStep)
        going.post(Paths.reportStep, use: reports.saveStep)
        going.get(Paths.reportConfirmation, use: confirmation.show)
        going.post(Paths.reportConfirmation, use: confirmation.confirm)
        going.get(Paths.reportFiling, use: visits.backToVisit)
        going.post(Paths.reportFiling, use: filed.file)
        going.owingEntry(pages).get(Paths.reportPrint, use: filed.print)
        going.get(Paths.handingIn, use: visits.backToVisit)
        going.post(Paths.handingIn, use: visits.handIn)
        going.get(Paths.photographs, use: photographs.index)
        going.post(Paths.photographs, use: photographs.create)
        going.get(Paths.photographReceipt, use: photographs.receipt)
        going.get(Paths.photograph, use: photographs.show)
        going.get(Paths.thumbnail, use: photographs.thumbnail)
        going.post(Paths.photographRemoval, use: photographs.remove)
        going.post(Paths.photographReturn, use: photographs.putBack)

        members.entering(.seeFees).get(Paths.fees, use: fees.index)
        let confirming = members.entering(.confirmFees)
        confirming.get(Paths.feeConfirmation, use: fees.show)
        confirming.post(Paths.feeConfirmation, use: fees.confirm)
    }
}
