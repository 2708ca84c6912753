import Forms
import Foundation

/// One company's follow-up rules as data: cadence, questions, deadlines and limits.
public struct Rulebook: Sendable, Hashable {
    public let name: String
    public let title: LocalizedText
    /// The number that customers are told to call; nil where none is given.
    public let hotline: PhoneNumber?
    public let kinds: [ProjectKind]
    public let stages: [Stage]
    public let cadence: [CadenceRule]
    /// The months that seasonal rules call the season; empty when there are no such rules.
    public let peakMonths: Set<Int>
    public let subjects: [Subject]
    /// What each overall rating means, 5 first (FUP-3).
    public let ratings: [RatingMeaning]
    public let questionnaires: [Questionnaire]
    public let filing: FilingDeadline
    public let callHours: [CallHours]
    /// So many attempts that did not reach the customer hand a follow-up to the administrator (CAD-4).
    public let attemptsBeforeHandover: Int
    /// The follow-up rate that the company wants to reach, in per cent (CAD-5).
    public let target: Int
    public let warranty: WarrantyTerm
    public let grants: GrantLimits
    public let departments: [Department]
    public let arrival: ArrivalDeadlines
    public let service: ServiceTerms
    public let issues: IssueRules
    /// The document that this rulebook was read from.
    public let yaml: String

    public var projectKinds: [String] { kinds.map(\.id) }

    public func stage(_ id: String) -> Stage? {
        stages.first { $0.id == id }
    }

    public func department(_ id: String) -> Department? {
        departments.first { $0.id == id }
    }

    public func questionnaire(_ id: String) -> Questionnaire? {
        questionnaires.first { $0.id == id }
    }
}

/// A kind of project that the company takes on (ARC-2).
public struct ProjectKind: Sendable, Hashable, Codable {
    public let id: String
    public let title: LocalizedText
}

/// A stage of the customer's care, as lists and statistics name it.
public struct Stage: Sendable, Hashable, Codable {
    public let id: String
    public let title: LocalizedText
}

/// How long the warranty lasts, and from which milestone on.
public struct WarrantyTerm: Sendable, Hashable, Codable {
    public let months: Int
    public let from: MilestoneKind
}

/// For how long access to a sealed record may be granted, in hours (ACC-4).
public struct GrantLimits: Sendable, Hashable, Codable {
    public let defaultHours: Int
    public let maximumHours: Int
}
