import Foundation

/// Retention in seconds of operational data; business records never expire.
enum Retention {
    /// A form sent again within this time makes no second record (UX-3); docs/operating.md says so.
    static let submissions: TimeInterval = 90 * 86_400
    /// After its start; a session lives 12 hours at most.
    static let sessions: TimeInterval = 30 * 86_400
    /// After the last failure; no delay is that long.
    static let failedSignIns: TimeInterval = 86_400
    /// After its removal: a day longer than it can be restored.
    static let removedPhotographs = Photograph.keptAfterRemoval + 86_400
    /// How long a file may wait for its row.
    static let unnamedFiles: TimeInterval = 86_400
}
