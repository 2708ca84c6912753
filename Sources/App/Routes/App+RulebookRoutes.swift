import Hummingbird

/// The rulebook and the calendar; every group says who may enter it (ACC-1).
extension App {
    func addBooks(to members: RouterGroup<MemberContext>) {
        let rulebook = rulebookController, proposals = proposalsController, calendar = calendarController

        let reading = members.entering(.seeRulebook)
        reading.get("/rulebook", use: rulebook.show)
        reading.get("/rulebook.yaml", use: rulebook.download)
        reading.get("/rulebook/preview", use: rulebook.preview)
        reading.get("/calendar", use: calendar.index)
        reading.get("/calendar/:year", use: calendar.show)

        let changing = members.entering(.changeRulebook)
        changing.get("/rulebook/proposals/new", use: proposals.new)
        changing.get("/rulebook/proposals", use: proposals.backToForm)
        changing.post("/rulebook/proposals", use: proposals.create)
        changing.get("/rulebook/proposals/:id", use: proposals.show)
        changing.post("/rulebook/proposals/:id/enforcement", use: proposals.putIntoForce)
        changing.post("/rulebook/versions/:id/proposal", use: proposals.restore)

        let deciding = members.entering(.changeCalendar)
        deciding.post("/calendar/:year", use: calendar.decide)
        deciding.post("/calendar/:year/withdrawal", use: calendar.withdraw)
    }
}
