import GRDB

/// An open transaction or read, opaque to code that only passes it on: without importing GRDB it cannot run SQL. Stores
/// import GRDB and call it `Database`; a test enforces both.
typealias Transaction = Database
