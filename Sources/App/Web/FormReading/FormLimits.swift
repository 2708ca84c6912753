/// How much of a submitted body is accepted; sizes are in bytes, after decoding unless said otherwise.
struct FormLimits: Sendable {
    /// A whole urlencoded body, as sent.
    var urlEncodedBytes = 1 << 20
    /// A whole multipart body, as sent.
    var multipartBytes = 1 << 20
    /// Pairs of a urlencoded body, or parts of a multipart body.
    var items = 1_000
    var nameBytes = 200
    /// A form that waits for a sign-in is one value of another, a third longer than it was.
    var valueBytes = 160 << 10
    var files = 10
    var fileBytes = 1 << 20
    /// All headers of one part of a multipart body.
    var partHeaderBytes = 4 << 10
    var partHeaders = 16
    var pace = BodyPace()
}

/// How slowly a body may arrive.
struct BodyPace: Sendable {
    /// The longest that any body may take.
    var total: Duration = .seconds(60)
    /// What a body may take before the least rate counts.
    var grace: Duration = .seconds(10)
    /// Bytes a second that a body must keep up after that.
    var leastRate = 1 << 10

    /// How long after its start a body may still be waited for, when so many bytes of it have come.
    func allowance(received bytes: Int) -> Duration {
        let earned = Duration.seconds(Double(bytes) / Double(max(1, leastRate)))
        return min(total, grace + earned)
    }
}
