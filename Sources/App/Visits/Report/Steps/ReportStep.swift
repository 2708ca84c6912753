import Foundation

/// The steps in which a report is filled on a phone (SVC-3); the raw value is in the address.
enum ReportStep: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
    case arrival, finding, charges, replacements, photographs, site, outcome

    /// Whether it applies when nobody was in.
    var isForAbsent: Bool {
        switch self {
        case .arrival, .photographs, .outcome: true
        case .finding, .charges, .replacements, .site: false
        }
    }

    /// Whether it has a form; photographs have their own page.
    var hasForm: Bool {
        switch self {
        case .arrival, .finding, .charges, .replacements, .site, .outcome: true
        case .photographs: false
        }
    }

    static func all(isAbsent: Bool) -> [ReportStep] { allCases.filter { !isAbsent || $0.isForAbsent } }
}

/// The answers of one step in canonical texts; the version is for optimistic locking (UX-4).
struct StepAnswers: Sendable, Hashable, Codable {
    var version: Int
    var answers: [String: [String]]
}

/// A draft report: the saved steps.
struct ReportDraft: Sendable, Hashable {
    let authorID: Member.ID
    let authorName: String
    let begunAt: Date
    /// Version of the whole report; the customer signs one version of it.
    let version: Int
    private(set) var steps: [ReportStep: StepAnswers]

    subscript(step: ReportStep) -> StepAnswers? { steps[step] }

    func answers(_ step: ReportStep) -> [String: [String]] { steps[step]?.answers ?? [:] }
}

/// Columns with one value per step: JSON keyed by the steps' names.
extension Dictionary where Key == ReportStep, Value: Codable {
    /// - Throws: `UnreadableValue` for an invalid value: if it counted as empty, the next save would erase it.
    init(stored text: String, in column: String) throws {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
        } catch is DecodingError {
            throw UnreadableValue.text(column)
        }
    }

    func stored() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
