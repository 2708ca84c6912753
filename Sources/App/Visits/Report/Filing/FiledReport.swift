import Forms
import Foundation
import Rulebooks

/// A report as it was filed, with what the customer said and where the cash is.
struct FiledReport: Sendable {
    let report: ServiceReport
    let authorName: String
    let filedAt: Date
    let confirmation: CustomerConfirmation?
    let cash: Cash
    let photographs: [ReportPhotograph]
}
