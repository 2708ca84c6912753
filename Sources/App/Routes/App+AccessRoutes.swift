import Hummingbird

/// Asking to read records, deciding it, and the trail; every group says who may enter it (ACC-1).
extension App {
    func addAccess(to members: RouterGroup<MemberContext>) {
        let requests = accessRequestsController, decisions = accessDecisionsController

        let seeing = members.entering(.seeAccessRequests)
        seeing.get("/access-requests", use: requests.index)
        seeing.get("/access-requests/:id", use: requests.show)

        let asking = members.entering(.askForAccess)
        asking.get("/access-requests/new", use: requests.new)
        asking.post("/access-requests", use: requests.create)

        let deciding = members.entering(.decideAccess)
        deciding.post("/access-requests/:id/approval", use: decisions.approve)
        deciding.post("/access-requests/:id/refusal", use: decisions.refuse)
        deciding.post("/access-grants/:id/revocation", use: decisions.revoke)

        let audit = auditController
        members.entering(.seeAudit).get("/audit", use: audit.index)
        members.entering(.seeAudit).owingEntry(pages).get("/audit.csv", use: audit.export)

        let watching = members.entering(.seeCondition)
        watching.get("/condition", use: conditionController.show)
        watching.post("/clock/confirmation", use: clockController.confirm)
    }
}
