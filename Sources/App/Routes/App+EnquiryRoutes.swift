import Hummingbird

/// What anybody may write on the web, and what the staff do about it (WEB-1, WEB-2).
extension App {
    func addEnquiries(to router: Router<AppContext>) {
        let desk = publicMessagesController
        router.get("/enquiry", use: desk.newEnquiry)
        router.post("/enquiry", use: desk.enquire)
        router.get("/complaint", use: desk.newComplaint)
        router.post("/complaint", use: desk.complain)
        router.get("/received", use: desk.received)
    }

    func addEnquiries(to members: RouterGroup<MemberContext>) {
        let enquiries = enquiriesController
        let handling = members.entering(.handleEnquiries)
        handling.get("/enquiries", use: enquiries.index)
        handling.owingEntry(pages).get("/enquiries.csv", use: enquiries.export)
        handling.get("/enquiries/:id", use: enquiries.show)
        handling.get("/enquiries/:id/phone", use: enquiries.backToEnquiry)
        handling.post("/enquiries/:id/phone", use: enquiries.showPhone)
        handling.get("/enquiries/:id/steps/:step", use: enquiries.backToEnquiry)
        handling.post("/enquiries/:id/steps/:step", use: enquiries.take)
    }
}
