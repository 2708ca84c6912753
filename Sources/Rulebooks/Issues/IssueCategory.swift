import Forms

/// Category of an issue; it decides the department and the deadlines (ISS-2, ISS-3).
public struct IssueCategory: Sendable, Hashable {
    public let id: String
    public let title: LocalizedText
    /// Id of the responsible department.
    public let department: String
    public let limits: CategoryLimits
    /// The event raised when it is solved, unless it is a complaint.
    public let solvedAs: ProjectEvent.Name
}

/// Deadlines that override the rulebook's general ones.
public struct CategoryLimits: Sendable, Hashable, Codable {
    /// Hours until the first answer; nil for the general deadline.
    public let answerHours: Int?
    /// Urgency of the arrival at the site; nil when no visit is needed.
    public let onSite: SiteUrgency?

    public init(answerHours: Int? = nil, onSite: SiteUrgency? = nil) {
        self.answerHours = answerHours
        self.onSite = onSite
    }
}

/// Which of the two arrival deadlines applies.
public enum SiteUrgency: String, Sendable, Hashable, Codable, CaseIterable {
    case ordinary
    case waterAndElectricity = "water-and-electricity"
}
