import Forms
import Foundation

/// One company's follow-up rules as data: cadence, questions, deadlines and limits.
public struct Rulebook: Sendable, Hashable {
    public let name: String
    public let title: LocalizedText
    /// The hotline for customers; nil when there is none.
    public let hotline: PhoneNumber?
    public let kinds: [ProjectKind]
    public let stages: [Stage]
    public let cadence: [CadenceRule]
    /// The peak months of seasonal rules; empty without such rules.
    public let peakMonths: Set<Int>
    public let subjects: [Subject]
    /// The meaning of each overall rating, 5 first (FUP-3).
    public let ratings: [RatingMeaning]
    public let questionnaires: [Questionnaire]
    public let filing: FilingDeadline
    public let callHours: [CallHours]
    /// After so many vain attempts a follow-up is escalated to the administrators (CAD-4).
    public let attemptsBeforeHandover: Int
    /// Target of the follow-up rate, in per cent (CAD-5).
    public let target: Int
    public let warranty: WarrantyTerm
    public let grants: GrantLimits
    public let departments: [Department]
    public let arrival: ArrivalDeadlines
    public let service: ServiceTerms
    public let issues: IssueRules
    /// The YAML document of this rulebook.
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

/// Kind of project (ARC-2).
public struct ProjectKind: Sendable, Hashable, Codable {
    public let id: String
    public let title: LocalizedText
}

/// Stage of the customer's care, for lists and statistics.
public struct Stage: Sendable, Hashable, Codable {
    public let id: String
    public let title: LocalizedText
}

/// Warranty term, and the milestone that it counts from.
public struct WarrantyTerm: Sendable, Hashable, Codable {
    public let months: Int
    public let from: MilestoneKind
}

/// Default and maximum duration of access to a sealed record, in hours (ACC-4).
public struct GrantLimits: Sendable, Hashable, Codable {
    public let defaultHours: Int
    public let maximumHours: Int
}
