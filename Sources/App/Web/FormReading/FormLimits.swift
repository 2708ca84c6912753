/// Limits of a submitted body; sizes in bytes, after decoding unless stated otherwise.
struct FormLimits: Sendable {
    /// A whole urlencoded body, as sent.
    var urlEncodedBytes = 1 << 20
    /// A whole multipart body, as sent.
    var multipartBytes = 1 << 20
    /// Pairs of a urlencoded body, or parts of a multipart body.
    var items = 1_000
    var nameBytes = 200
    /// A form that is carried through a sign-in is one value of another form, a third longer in base64.
    var valueBytes = 160 << 10
    var files = 10
    var fileBytes = 1 << 20
    /// All headers of one part of a multipart body.
    var partHeaderBytes = 4 << 10
    var partHeaders = 16
    var pace = BodyPace()
}

/// Minimum pace at which a body must arrive.
struct BodyPace: Sendable {
    /// Maximum time for any body.
    var total: Duration = .seconds(60)
    /// Time before the minimum rate applies.
    var grace: Duration = .seconds(10)
    /// Minimum bytes per second after that.
    var leastRate = 1 << 10

    /// The time since its start that a body is allowed after so many bytes.
    func allowance(received bytes: Int) -> Duration {
        let earned = Duration.seconds(Double(bytes) / Double(max(1, leastRate)))
        return min(total, grace + earned)
    }
}
