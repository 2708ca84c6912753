import Forms

/// A rulebook's rules about issues: who answers, by when, and who is notified of a miss (ISS-2, ISS-3).
public struct IssueRules: Sendable, Hashable {
    public let categories: [IssueCategory]
    public let limits: IssueLimits

    public init(categories: [IssueCategory], limits: IssueLimits) {
        self.categories = categories
        self.limits = limits
    }

    public func category(_ id: String) -> IssueCategory? {
        categories.first { $0.id == id }
    }

    /// The default when a rulebook has none: the usual categories, for the departments that exist.
    public static func usual(for departments: [Department]) -> IssueRules {
        let ids = Set(departments.map(\.id))
        let fallback = departments.first?.id
        return IssueRules(
            categories: UsualCategory.all.compactMap { usual in
                (ids.contains(usual.department) ? usual.department : fallback).map(usual.category)
            }, limits: .usual)
    }
}

/// Deadlines and limits (ISS-3).
public struct IssueLimits: Sendable, Hashable, Codable {
    /// Deadline of the referral to a department.
    public let referral: ReferralLimit
    /// Hours until the first answer to the customer.
    public let answerHours: Int
    /// Working hours that count; nil when every hour does, nights and holidays included.
    public let workingHours: [CallHours]?
    /// Percentage of the time left at which the warning begins.
    public let warningPercent: Int
    public let firstMiss: Superior
    public let secondMiss: Superior
    /// Days after its closing within which an issue may be reopened.
    public let reopeningDays: Int

    public static let usual = IssueLimits(
        referral: .sameDay, answerHours: 24, workingHours: nil, warningPercent: 25, firstMiss: .manager,
        secondMiss: .executive, reopeningDays: 365)
}

/// Deadline of the referral to a department.
public enum ReferralLimit: Sendable, Hashable, Codable {
    case sameDay
    case hours(Int)
}

/// Superior to notify of a missed deadline.
public enum Superior: String, Sendable, Hashable, Codable, CaseIterable {
    case manager, executive
}
