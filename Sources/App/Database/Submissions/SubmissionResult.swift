import Foundation
import GRDB

/// The path where a change is shown, and whether this submission made it.
struct SubmissionResult: Sendable, Hashable {
    let path: String
    let isFirst: Bool
}
