import GRDB

/// A transaction, or a read, that is under way, in the hands of those who only pass it on: what imports no GRDB cannot
/// look inside and run SQL with it. A store, which can, calls it `Database`; a test holds both to it.
typealias Transaction = Database
