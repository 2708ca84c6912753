import Forms
import Foundation
import Rulebooks

/// A filed report, with the customer's confirmation and the state of its cash.
struct FiledReport: Sendable {
    let report: ServiceReport
    let authorName: String
    let filedAt: Date
    let confirmation: CustomerConfirmation?
    let cash: Cash
    let photographs: [ReportPhotograph]
}
