/// Why a request gets a page of its own instead of what it asked for; the error pages put it into words.
enum Refusal: Error, Hashable {
    /// Nothing there, or nothing that this person may know of.
    case notFound
    /// It is there, and this person may not; the code names the sentence (`refusal.<code>`).
    case forbidden(String)
    case signInRequired
    /// Sent in a way that no page of ours sends.
    case malformed
    case tooLarge
    case tooSlow
    case unsupportedType
    /// A form from another site.
    case foreignOrigin
    case tooMany
    /// The work was done by somebody else meanwhile, or cannot be done in this state (`refusal.<code>`).
    case conflict(String)
    /// The data cannot be written or read; the work is not done and can be tried again.
    case storage(StorageTrouble)
}
