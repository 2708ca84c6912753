/// A browser that a member has signed in with before; wrong passwords of others do not count against it (ACC-14).
struct KnownBrowser: Identifiable, Hashable, Sendable {
    let id: ID<KnownBrowser>

    /// The base of its cookie's name.
    static let cookie = "browser"
    /// Seconds that it is remembered after the last sign-in.
    static let remembered = 180 * 24 * 3600
}
