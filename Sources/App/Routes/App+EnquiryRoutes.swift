import Hummingbird

/// Routes of the public forms and of enquiries (WEB-1, WEB-2).
extension App {
    func addEnquiries(to router: Router<AppContext>) {
        let desk = publicMessagesController
        router.get(Paths.enquiryForm, use: desk.newEnquiry)
        router.post(Paths.enquiryForm, use: desk.enquire)
        router.get(Paths.complaint, use: desk.newComplaint)
        router.post(Paths.complaint, use: desk.complain)
        router.get(Paths.messageReceived, use: desk.received)
    }

    func addEnquiries(to members: RouterGroup<MemberContext>) {
        let enquiries = enquiriesController
        let handling = members.entering(.handleEnquiries)
        handling.get(Paths.enquiries, use: enquiries.index)
        handling.exporting(pages).get(Paths.enquiriesFile, use: enquiries.export)
        handling.get(Paths.enquiry, use: enquiries.show)
        handling.get(Paths.enquiryPhone, use: enquiries.backToEnquiry)
        handling.post(Paths.enquiryPhone, use: enquiries.showPhone)
        handling.get(Paths.enquiryStep, use: enquiries.backToEnquiry)
        handling.post(Paths.enquiryStep, use: enquiries.take)
    }
}
