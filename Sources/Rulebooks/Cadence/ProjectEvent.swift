import Forms

/// Domain event of a project that a follow-up may answer.
public struct ProjectEvent: Sendable, Hashable, Codable {
    /// The closed list of events; a rulebook that waits for any other is rejected (CAD-9).
    public enum Name: String, Sendable, Hashable, Codable, CaseIterable {
        /// An issue was solved.
        case solved
        case complaintSolved = "complaint-solved"
        case suggestionSolved = "suggestion-solved"
        case repairSolved = "repair-solved"
        /// A repair by a work order was done.
        case closed
        /// An installation by a work order was done.
        case installed
    }

    public let name: Name
    public let day: Day
    /// Distinguishes events of the same name; it becomes part of the follow-up's key and must never change.
    public let id: String

    public init(name: Name, day: Day, id: String) {
        self.name = name
        self.day = day
        self.id = id
    }
}
