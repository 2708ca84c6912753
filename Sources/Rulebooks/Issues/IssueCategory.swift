import Forms

/// What kind of thing a customer raised; it decides the department and the deadlines (ISS-2, ISS-3).
public struct IssueCategory: Sendable, Hashable {
    public let id: String
    public let title: LocalizedText
    /// The id of the department that answers.
    public let department: String
    public let limits: CategoryLimits
    /// As what it is told to the rules of the cadence when it was solved, where it is no complaint.
    public let solvedAs: ProjectEvent.Name
}

/// Where a category has deadlines of its own.
public struct CategoryLimits: Sendable, Hashable, Codable {
    /// How many hours a first answer may take, where not as many as usual.
    public let answerHours: Int?
    /// How soon somebody must be at the site; nil where nobody need go there.
    public let onSite: SiteUrgency?

    public init(answerHours: Int? = nil, onSite: SiteUrgency? = nil) {
        self.answerHours = answerHours
        self.onSite = onSite
    }
}

/// Which of the two deadlines of arrival a category has.
public enum SiteUrgency: String, Sendable, Hashable, Codable, CaseIterable {
    case ordinary
    case waterAndElectricity = "water-and-electricity"
}
