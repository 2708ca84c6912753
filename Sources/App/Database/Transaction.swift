import GRDB

/// A transaction, or a read, that is under way.
///
/// Anybody may pass one on, so that several stores work in one transaction; only stores, which import GRDB, can look
/// inside and run SQL with it.
typealias Transaction = Database
