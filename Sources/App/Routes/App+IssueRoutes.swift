import Hummingbird

/// Routes of issues; each group names its permission (ACC-1).
extension App {
    func addIssues(to members: RouterGroup<MemberContext>) {
        let issues = issuesController, steps = issueStepsController

        let raising = members.entering(.raiseIssue)
        raising.owingEntry(pages).get(Paths.newIssue, use: issues.new)
        raising.post(Paths.issues, use: issues.create)

        members.entering(.exportIssues).exporting(pages).get(Paths.issuesFile, use: issues.export)
        let seeing = members.entering(.seeIssues)
        seeing.get(Paths.issues, use: issues.index)
        seeing.get(Paths.issueBoard, use: issues.board)
        seeing.get(Paths.issue, use: issues.show)
        seeing.get(Paths.issueCustomer, use: issueCustomerController.ask)
        seeing.post(Paths.issueCustomer, use: issueCustomerController.choose)
        seeing.post(Paths.issuePhones, use: issues.showPhones)
        seeing.get(Paths.issueStep, use: issues.backToIssue)
        seeing.post(Paths.issueStep, use: steps.take)
    }
}
