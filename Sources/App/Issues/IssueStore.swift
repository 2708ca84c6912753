import Forms
import Foundation
import GRDB

/// Every statement that writes or reads issues; the steps, the lists and the clocks have files of their own.
struct IssueStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules
    let zone: TimeZone
}
