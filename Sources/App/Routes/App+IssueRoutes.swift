import Hummingbird

/// What customers raised; every group says who may enter it (ACC-1).
extension App {
    func addIssues(to members: RouterGroup<MemberContext>) {
        let issues = issuesController, steps = issueStepsController

        let raising = members.entering(.raiseIssue)
        raising.owingEntry(pages).get("/issues/new", use: issues.new)
        raising.post("/issues", use: issues.create)

        members.entering(.exportIssues).owingEntry(pages).get("/issues.csv", use: issues.export)
        let seeing = members.entering(.seeIssues)
        seeing.get("/issues", use: issues.index)
        seeing.get("/issues/board", use: issues.board)
        seeing.get("/issues/:id", use: issues.show)
        seeing.get("/issues/:id/customer", use: issueCustomerController.ask)
        seeing.post("/issues/:id/customer", use: issueCustomerController.choose)
        seeing.post("/issues/:id/phones", use: issues.showPhones)
        seeing.get("/issues/:id/:step", use: issues.backToIssue)
        seeing.post("/issues/:id/:step", use: steps.take)
    }
}
