import Forms

/// Domain event: something that happened to a project and may be answered by a follow-up.
public struct ProjectEvent: Sendable, Hashable, Codable {
    /// All that the product raises; a rulebook that waits for another is refused (CAD-9).
    public enum Name: String, Sendable, Hashable, Codable, CaseIterable {
        /// What a customer raised was solved.
        case solved
        case complaintSolved = "complaint-solved"
        case suggestionSolved = "suggestion-solved"
        case repairSolved = "repair-solved"
        /// A repair was done on a work order.
        case closed
        /// An installation was.
        case installed
    }

    public let name: Name
    public let day: Day
    /// Tells events of one name apart; it becomes a part of the follow-up's key and must never change.
    public let id: String

    public init(name: Name, day: Day, id: String) {
        self.name = name
        self.day = day
        self.id = id
    }
}
