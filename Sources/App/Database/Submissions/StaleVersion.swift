import Foundation
import GRDB

/// Optimistic locking failed: the row has another version than the form was opened with (UX-4).
struct StaleVersion: Error {}
