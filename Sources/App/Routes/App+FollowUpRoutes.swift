import Hummingbird

/// Routes of follow-ups and their records; each group names its permission (ACC-1).
extension App {
    func addFollowUps(to members: RouterGroup<MemberContext>) {
        let today = todayController, followUps = followUpsController, sheet = sheetController
        let correction = correctionController, record = recordController, rate = rateController
        let excuses = excusesController, handovers = handoversController

        members.entering(.seeToday).get(Paths.today, use: today.show)

        let reading = members.entering(.seeFollowUps)
        reading.get(Paths.followUps, use: followUps.index)
        reading.exporting(pages).get(Paths.followUpsFile, use: followUps.export)
        reading.get(Paths.followUp, use: followUps.show)
        reading.owingEntry(pages).get(Paths.record, use: record.show)

        members.entering(.seeRate).get(Paths.rate, use: rate.show)

        let calling = members.entering(.call)
        calling.owingEntry(pages).get(Paths.sheet, use: sheet.show)
        calling.post(Paths.sheet, use: sheet.submit)
        calling.post(Paths.draft, use: sheet.keepDraft)
        calling.post(Paths.attempts, use: attemptsController.create)
        calling.post(Paths.excuseRequests, use: excuses.ask)
        calling.owingEntry(pages).get(Paths.correction, use: correction.show)
        calling.post(Paths.correction, use: correction.correct)

        members.entering(.file).post(Paths.filing, use: correction.file)
        members.entering(.seeReadings).get(Paths.readings, use: record.showReadings)
        let excusing = members.entering(.excuse)
        excusing.post(Paths.excuse, use: excuses.excuse)
        excusing.post(Paths.reinstatement, use: excuses.reinstate)
        excusing.post(Paths.excuseApproval, use: excuses.approve)
        excusing.post(Paths.excuseRefusal, use: excuses.refuse)
        let reassigning = members.entering(.reassign)
        reassigning.post(Paths.callHandover, use: handovers.handOverCall)
        reassigning.get(Paths.memberHandover, use: handovers.new)
        reassigning.post(Paths.memberHandover, use: handovers.create)
        reassigning.get(Paths.handover, use: handovers.show)
        reassigning.post(Paths.handoverReversal, use: handovers.reverse)
    }
}
