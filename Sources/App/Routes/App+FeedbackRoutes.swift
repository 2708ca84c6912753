import Hummingbird

/// Routes of feedback: public ones by link, and those of the staff (FBK-1 to FBK-5).
extension App {
    func addFeedback(to router: Router<AppContext>) {
        let feedback = feedbackController
        router.get(Paths.feedback, use: feedback.show)
        router.post(Paths.feedback, use: feedback.create)
        router.post(Paths.feedbackAdditions, use: feedback.add)
    }

    func addFeedback(to members: RouterGroup<MemberContext>) {
        let list = feedbackListController
        let records = feedbackRecordsController, links = feedbackLinksController
        let seeing = members.entering(.seeFeedback)
        seeing.get(Paths.feedbackRecords, use: list.index)
        seeing.exporting(pages).get(Paths.feedbackFile, use: list.export)
        seeing.get(Paths.projectFeedback, use: records.index)
        seeing.owingEntry(pages).get(Paths.feedbackRecord, use: records.show)
        members.entering(.seeReadings).get(Paths.feedbackReadings, use: records.showReadings)
        let collecting = members.entering(.collectFeedback)
        collecting.get(Paths.newFeedbackLinks, use: links.new)
        collecting.post(Paths.manyFeedbackLinks, use: links.createMany)
        collecting.get(Paths.feedbackCards, use: links.cards)
        collecting.post(Paths.feedbackLinks, use: links.create)
        collecting.post(Paths.feedbackLinkRevocation, use: links.revoke)
        collecting.get(Paths.feedbackCard, use: links.card)
        collecting.get(Paths.newFeedback, use: records.new)
        collecting.post(Paths.projectFeedback, use: records.create)
    }
}
