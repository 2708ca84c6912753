import Hummingbird

/// What is owed, the calls and their records; every group says who may enter it (ACC-1).
extension App {
    func addFollowUps(to members: RouterGroup<MemberContext>) {
        let today = todayController, followUps = followUpsController, sheet = sheetController
        let correction = correctionController, record = recordController, rate = rateController
        let excuses = excusesController, handovers = handoversController

        members.entering(.seeToday).get("/today", use: today.show)

        let reading = members.entering(.seeFollowUps)
        reading.get("/follow-ups", use: followUps.index)
        reading.owingEntry(pages).get("/follow-ups.csv", use: followUps.export)
        reading.get("/follow-ups/:id", use: followUps.show)
        reading.owingEntry(pages).get("/follow-ups/:id/record", use: record.show)

        members.entering(.seeRate).get("/follow-ups/rate", use: rate.show)

        let calling = members.entering(.call)
        calling.owingEntry(pages).get("/follow-ups/:id/sheet", use: sheet.show)
        calling.post("/follow-ups/:id/sheet", use: sheet.submit)
        calling.post("/follow-ups/:id/draft", use: sheet.keepDraft)
        calling.post("/follow-ups/:id/attempts", use: attemptsController.create)
        calling.post("/follow-ups/:id/excuse-requests", use: excuses.ask)
        calling.owingEntry(pages).get("/follow-ups/:id/correction", use: correction.show)
        calling.post("/follow-ups/:id/correction", use: correction.correct)

        members.entering(.file).post("/follow-ups/:id/filing", use: correction.file)
        members.entering(.seeReadings).get("/follow-ups/:id/readings", use: record.showReadings)
        let excusing = members.entering(.excuse)
        excusing.post("/follow-ups/:id/excuse", use: excuses.excuse)
        excusing.post("/follow-ups/:id/reinstatement", use: excuses.reinstate)
        excusing.post("/excuse-requests/:id/approval", use: excuses.approve)
        excusing.post("/excuse-requests/:id/refusal", use: excuses.refuse)
        let reassigning = members.entering(.reassign)
        reassigning.post("/follow-ups/:id/handover", use: handovers.handOverCall)
        reassigning.get("/staff/:id/handover", use: handovers.new)
        reassigning.post("/staff/:id/handover", use: handovers.create)
        reassigning.get("/handovers/:id", use: handovers.show)
        reassigning.post("/handovers/:id/reversal", use: handovers.reverse)
    }
}
