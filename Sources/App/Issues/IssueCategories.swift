import Forms
import Rulebooks

/// What a customer can raise, and which department answers for it (ISS-2).
enum IssueCategory: String, Sendable, CaseIterable {
    case quality, service, design, money, repair

    var department: String {
        switch self {
        case .quality: "quality"
        case .service: "production"
        case .design: "design"
        case .money: "finance"
        case .repair: "maintenance"
        }
    }
}

extension Rulebook {
    var issueCategoryChoices: [Choice] {
        IssueCategory.allCases.map { Choice(value: $0.rawValue, label: .key("issue.category.\($0.rawValue)")) }
    }

    /// Who answers for a category; nil where the rulebook has no such department.
    func department(for category: String?) -> String? {
        category.flatMap(IssueCategory.init)?.department
    }
}
