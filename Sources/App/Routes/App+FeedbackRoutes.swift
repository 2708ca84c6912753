import Hummingbird

/// The customers' own words: what anybody may open who holds a link, and what the staff do with it (FBK-1 to FBK-5).
extension App {
    func addFeedback(to router: Router<AppContext>) {
        let feedback = feedbackController
        router.get("/feedback/:token", use: feedback.show)
        router.post("/feedback/:token", use: feedback.create)
        router.post("/feedback/:token/additions", use: feedback.add)
    }

    func addFeedback(to members: RouterGroup<MemberContext>) {
        let list = feedbackListController
        let records = feedbackRecordsController, links = feedbackLinksController
        let seeing = members.entering(.seeFeedback)
        seeing.get("/feedback-records", use: list.index)
        seeing.owingEntry(pages).get("/feedback-records.csv", use: list.export)
        seeing.get("/projects/:id/feedback", use: records.index)
        seeing.owingEntry(pages).get("/feedback-records/:id", use: records.show)
        members.entering(.seeReadings).get("/feedback-records/:id/readings", use: records.showReadings)
        let collecting = members.entering(.collectFeedback)
        collecting.get("/feedback-links/new", use: links.new)
        collecting.post("/feedback-links", use: links.createMany)
        collecting.get("/feedback-links/cards", use: links.cards)
        collecting.post("/projects/:id/feedback-links", use: links.create)
        collecting.post("/feedback-links/:id/revocation", use: links.revoke)
        collecting.get("/feedback-links/:id/card", use: links.card)
        collecting.get("/projects/:id/feedback/new", use: records.new)
        collecting.post("/projects/:id/feedback", use: records.create)
    }
}
