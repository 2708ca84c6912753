import Rulebooks
import Synchronization

/// What the company goes by at one moment: its rulebook, and which days are worked.
struct Books: Sendable {
    let rulebook: Rulebook
    let calendar: WorkCalendar

    var planner: Planner { Planner(rulebook: rulebook, calendar: calendar) }
}

/// The books in force; a change is there for the very next thing that asks, without a restart.
///
/// Whoever plans takes them inside the transaction, so that nothing is planned by books that have just been replaced.
final class BooksInForce: Sendable {
    private let books: Mutex<Books>

    init(_ books: Books) { self.books = Mutex(books) }

    var current: Books { books.withLock { $0 } }
    var rulebook: Rulebook { current.rulebook }
    var calendar: WorkCalendar { current.calendar }
    var planner: Planner { current.planner }

    /// Called when the change is on the disk, before the next transaction begins.
    func put(_ rulebook: Rulebook) { books.withLock { $0 = Books(rulebook: rulebook, calendar: $0.calendar) } }
    func put(_ calendar: WorkCalendar) { books.withLock { $0 = Books(rulebook: $0.rulebook, calendar: calendar) } }
}
