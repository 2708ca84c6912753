import Forms

/// What a rulebook says about what customers raise: who answers, by when, and who is told when nobody does (ISS-2, ISS-3).
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

    /// What holds where a rulebook says nothing about issues: the usual categories, with those departments that it has.
    public static func usual(for departments: [Department]) -> IssueRules {
        let ids = Set(departments.map(\.id))
        let fallback = departments.first?.id
        return IssueRules(
            categories: UsualCategory.all.compactMap { usual in
                (ids.contains(usual.department) ? usual.department : fallback).map(usual.category)
            }, limits: .usual)
    }
}

/// How much time everything may take (ISS-3).
public struct IssueLimits: Sendable, Hashable, Codable {
    /// By when it must have been passed on to a department.
    public let referral: ReferralLimit
    /// How many hours a first answer to the customer may take.
    public let answerHours: Int
    /// The parts of a working day that count; nil where every hour does, nights and holidays included.
    public let workingHours: [CallHours]?
    /// How many per cent of the time are left when the page begins to warn.
    public let warningPercent: Int
    public let firstMiss: Superior
    public let secondMiss: Superior
    /// For how many days after its closing an issue may be opened again.
    public let reopeningDays: Int

    public static let usual = IssueLimits(
        referral: .sameDay, answerHours: 24, workingHours: nil, warningPercent: 25, firstMiss: .manager,
        secondMiss: .executive, reopeningDays: 365)
}

/// How long it may take until a department has what a customer raised.
public enum ReferralLimit: Sendable, Hashable, Codable {
    case sameDay
    case hours(Int)
}

/// Who is told that a deadline was missed.
public enum Superior: String, Sendable, Hashable, Codable, CaseIterable {
    case manager, executive
}
