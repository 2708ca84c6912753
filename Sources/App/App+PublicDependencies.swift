/// Builds the controllers of the public forms, and those with which the staff handle what came in.
extension App {
    private var feedbackLinkStore: FeedbackLinkStore {
        FeedbackLinkStore(database: database, tokens: feedbackTokens)
    }
    var feedbackStore: FeedbackStore {
        FeedbackStore(database: database, rules: rules, zone: company.zone, tokens: feedbackTokens)
    }
    private var feedbackDoor: FeedbackDoorStore { FeedbackDoorStore(database: database) }

    var feedbackController: FeedbackController {
        FeedbackController(
            links: feedbackLinkStore, feedback: feedbackStore, door: feedbackDoor, trap: botTrap, limits: publicLimits,
            cookies: cookies, companyName: company.name, pages: pages)
    }

    var feedbackListController: FeedbackListController {
        FeedbackListController(feedback: feedbackStore, audit: auditStore, pages: pages)
    }

    var feedbackRecordsController: FeedbackRecordsController {
        FeedbackRecordsController(
            feedback: feedbackStore, door: feedbackDoor, readings: ReadingStore(database: database),
            issues: issueStore, addresses: feedbackAddresses, companyName: company.name, pages: pages)
    }

    private var feedbackAddresses: FeedbackAddresses {
        FeedbackAddresses(baseURL: settings.baseURL, tokens: feedbackTokens)
    }

    var feedbackLinksController: FeedbackLinksController {
        FeedbackLinksController(
            links: feedbackLinkStore, addresses: feedbackAddresses, companyName: company.name, pages: pages)
    }

    var enquiryStore: EnquiryStore { EnquiryStore(database: database, rules: rules, zone: company.zone) }

    var publicMessagesController: PublicMessagesController {
        PublicMessagesController(
            enquiries: enquiryStore, trap: botTrap, limits: publicLimits, receipts: messageReceipts,
            companyName: company.name, pages: pages)
    }

    var enquiriesController: EnquiriesController {
        EnquiriesController(enquiries: enquiryStore, audit: auditStore, baseURL: settings.baseURL, pages: pages)
    }
}
