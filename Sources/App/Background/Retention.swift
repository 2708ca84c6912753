import Foundation

/// How long is kept, in seconds, what only serves the running of the house; records are never thrown away by time.
enum Retention {
    /// A form sent again within this time makes no second record (UX-3); docs/operating.md says so.
    static let submissions: TimeInterval = 90 * 86_400
    /// After its start; a session lives 12 hours at most.
    static let sessions: TimeInterval = 30 * 86_400
    /// After the last failure; nobody is made to wait that long.
    static let failedSignIns: TimeInterval = 86_400
    /// After its removal: a day longer than it can be put back.
    static let removedPhotographs = Photograph.keptAfterRemoval + 86_400
    /// How long a file may wait for its row.
    static let unnamedFiles: TimeInterval = 86_400
}
