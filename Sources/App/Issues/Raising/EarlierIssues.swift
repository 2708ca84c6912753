/// Possible duplicates of an issue that is being raised, as far as the person may know of them (ISS-5, ACC-12).
struct EarlierIssues: Sendable {
    /// Those within the person's scope.
    let shown: [CustomerIssue]
    /// Whether there are others, about which nothing else is told.
    let hasOthers: Bool

    init() { (shown, hasOthers) = ([], false) }

    init(_ all: [CustomerIssue], for member: Member) {
        shown = all.filter(Permissions.issues(for: member).shows)
        hasOthers = shown.count < all.count
    }
}
