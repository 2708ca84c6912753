/// A browser that a member has signed in with before; other people's wrong passwords do not count against it (ACC-14).
struct KnownBrowser: Identifiable, Hashable, Sendable {
    let id: ID<KnownBrowser>

    /// The base name of its cookie.
    static let cookie = "browser"
    /// Seconds that it is known after the latest sign-in.
    static let remembered = 180 * 24 * 3600
}
