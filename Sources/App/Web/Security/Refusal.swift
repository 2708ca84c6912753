/// Why a request gets an error page instead of what it asked for.
enum Refusal: Error, Hashable {
    /// It does not exist, or this person may not know of it.
    case notFound
    /// It exists, but is not permitted; the code names the sentence (`refusal.<code>`).
    case forbidden(String)
    case signInRequired
    /// Not a request that our pages send.
    case malformed
    case tooLarge
    case tooSlow
    case unsupportedType
    /// A form from another site (CSRF).
    case foreignOrigin
    case tooMany
    /// Conflict: somebody else was quicker, or the state does not allow it (`refusal.<code>`).
    case conflict(String)
    /// Storage failure: nothing was done, and it can be tried again.
    case storage(StorageTrouble)
}
