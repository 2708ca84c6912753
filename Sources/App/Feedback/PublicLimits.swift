/// How often those whom nobody knows may do something (WEB-3).
struct PublicLimits: Sendable {
    /// Addresses that do not open, from one network. What does open is not counted: many customers share one network.
    let guesses = RateLimit(30, in: 600)
    /// Forms sent by one link, whether or not they were good.
    let byLink = RateLimit(30, in: 600)
    /// Enquiries and complaints from one network.
    let messages = RateLimit(10, in: 3600)
}
