import Foundation
import GRDB

/// Where a change is shown, and whether this arrival of the form made it.
struct SubmissionResult: Sendable, Hashable {
    let path: String
    let isFirst: Bool
}
