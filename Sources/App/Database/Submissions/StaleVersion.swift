/// What a form asks for cannot be done any more, since somebody else was quicker: nothing is stored, and its page is
/// shown with what is stored by now and with every word that was typed (UX-4).
protocol TooLate: Error {}

/// Optimistic locking failed: the row has another version than the form was opened with (UX-4).
struct StaleVersion: TooLate {}
