/// A conflict found while storing: somebody else was quicker. Nothing is stored, and the form is shown again with the
/// stored state and everything that was typed (UX-4).
protocol TooLate: Error {}

/// Optimistic locking failed: the row has another version than the form was opened with (UX-4).
struct StaleVersion: TooLate {}
