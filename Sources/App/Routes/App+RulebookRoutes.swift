import Hummingbird

/// Routes of the rulebook and the calendar; each group names its permission (ACC-1).
extension App {
    func addRulebook(to members: RouterGroup<MemberContext>) {
        let rulebook = rulebookController, proposals = proposalsController, calendar = calendarController

        let reading = members.entering(.seeRulebook)
        reading.get(Paths.rulebook, use: rulebook.show)
        reading.get(Paths.rulebookFile, use: rulebook.download)
        reading.get(Paths.preview, use: rulebook.preview)
        reading.get(Paths.calendar, use: calendar.index)
        reading.get(Paths.calendarYear, use: calendar.show)

        let changing = members.entering(.changeRulebook)
        changing.get(Paths.newProposal, use: proposals.new)
        changing.get(Paths.proposals, use: proposals.backToForm)
        changing.post(Paths.proposals, use: proposals.create)
        changing.get(Paths.proposal, use: proposals.show)
        changing.post(Paths.enforcement, use: proposals.putIntoForce)
        changing.post(Paths.versionProposal, use: proposals.restore)

        let deciding = members.entering(.changeCalendar)
        deciding.post(Paths.calendarYear, use: calendar.decide)
        deciding.post(Paths.arrangementWithdrawal, use: calendar.withdraw)
    }
}
