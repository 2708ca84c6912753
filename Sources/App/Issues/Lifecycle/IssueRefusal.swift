/// Why something cannot happen to an issue now; sentences for it stand under `issue-refusal.`.
enum IssueRefusal: String, TooLate, CaseIterable {
    /// What it builds upon has not happened yet.
    case tooEarly = "too-early"
    /// It has happened already: somebody else was quicker.
    case alreadyDone = "already-done"
    case isClosed = "is-closed"
    case sameDepartment = "same-department"
    case promiseInThePast = "promise-in-the-past"
    case alreadyPaused = "already-paused"
    case notPaused = "not-paused"
    /// Nobody has told the customer anything yet.
    case notAnswered = "not-answered"
    case notVerified = "not-verified"
    /// Closed so long ago that a new issue is to be raised.
    case tooLateToReopen = "too-late-to-reopen"
}
