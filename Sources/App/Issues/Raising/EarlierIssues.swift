/// What may be the same problem as one that is being written down, as far as its writer may know (ISS-5, ACC-12).
struct EarlierIssues: Sendable {
    /// Those that the person sees.
    let shown: [CustomerIssue]
    /// Whether there are others, of which nothing more is told.
    let hasOthers: Bool

    init() { (shown, hasOthers) = ([], false) }

    init(_ all: [CustomerIssue], for member: Member) {
        shown = all.filter(Permissions.issues(for: member).shows)
        hasOthers = shown.count < all.count
    }
}
