/// Rate limits for unauthenticated visitors (WEB-3).
struct PublicLimits: Sendable {
    /// Failed feedback links per network. Links that open are not counted: many customers share one network.
    let guesses = RateLimit(30, in: 600)
    /// Forms sent per link, valid or not.
    let byLink = RateLimit(30, in: 600)
    /// Enquiries per network, which a shop's visitors and a carrier's customers share.
    let enquiries = RateLimit(10, in: 3600)
    /// Complaints per network; counted separately, since an enquirer may also have a burst pipe.
    let complaints = RateLimit(10, in: 3600)

    func messages(_ kind: MessageKind) -> RateLimit {
        switch kind {
        case .enquiry: enquiries
        case .complaint: complaints
        }
    }
}
