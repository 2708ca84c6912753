import Forms
import Foundation
import GRDB

/// Every statement about issues; its extensions have steps, lists and deadlines.
struct IssueStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules
    let zone: TimeZone
}
