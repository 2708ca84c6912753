import Hummingbird

/// Routes of access requests, decisions and the audit trail; each group names its permission (ACC-1).
extension App {
    func addAccess(to members: RouterGroup<MemberContext>) {
        let requests = accessRequestsController, decisions = accessDecisionsController

        let seeing = members.entering(.seeAccessRequests)
        seeing.get(Paths.accessRequests, use: requests.index)
        seeing.get(Paths.accessRequest, use: requests.show)

        let asking = members.entering(.askForAccess)
        asking.get(Paths.newAccessRequest, use: requests.new)
        asking.post(Paths.accessRequests, use: requests.create)

        let deciding = members.entering(.decideAccess)
        deciding.post(Paths.approval, use: decisions.approve)
        deciding.post(Paths.refusal, use: decisions.refuse)
        deciding.post(Paths.revocation, use: decisions.revoke)

        let audit = auditController
        members.entering(.seeAudit).get(Paths.audit, use: audit.index)
        members.entering(.seeAudit).exporting(pages).get(Paths.auditFile, use: audit.export)

        let watching = members.entering(.seeCondition)
        watching.get(Paths.condition, use: conditionController.show)
        watching.post(Paths.clockConfirmation, use: clockController.confirm)
    }
}
