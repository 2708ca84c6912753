/// How often those whom nobody knows may do something (WEB-3).
struct PublicLimits: Sendable {
    /// Addresses that do not open, from one network. What does open is not counted: many customers share one network.
    let guesses = RateLimit(30, in: 600)
    /// Forms sent by one link, whether or not they were good.
    let byLink = RateLimit(30, in: 600)
    /// Enquiries from one network, which a shop's visitors and a carrier's customers share.
    let enquiries = RateLimit(10, in: 3600)
    /// Complaints from one network; apart, as who has asked something may still have a burst pipe.
    let complaints = RateLimit(10, in: 3600)

    func messages(_ kind: MessageKind) -> RateLimit {
        switch kind {
        case .enquiry: enquiries
        case .complaint: complaints
        }
    }
}
