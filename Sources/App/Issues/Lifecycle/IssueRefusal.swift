/// Why an event is not possible now; the catalogue has sentences under `issue-refusal.`.
enum IssueRefusal: String, TooLate, CaseIterable {
    /// A precondition has not happened yet.
    case tooEarly = "too-early"
    /// It has happened already: somebody else was quicker.
    case alreadyDone = "already-done"
    case isClosed = "is-closed"
    case sameDepartment = "same-department"
    case promiseInThePast = "promise-in-the-past"
    case alreadyPaused = "already-paused"
    case notPaused = "not-paused"
    /// The customer has not been answered yet.
    case notAnswered = "not-answered"
    case notVerified = "not-verified"
    /// Closed so long ago that a new issue must be raised.
    case tooLateToReopen = "too-late-to-reopen"
}
