import Foundation
import Rulebooks

/// The company whose data this is: its name, its clocks, and the books in force.
struct Company: Sendable {
    let name: String
    let zone: TimeZone
    let foundedAt: Date
    let books: BooksInForce

    /// The rulebook as it is at this moment.
    var rulebook: Rulebook { books.rulebook }
}
