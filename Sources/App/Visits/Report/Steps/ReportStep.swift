import Foundation

/// The short steps in which a report is filled on a phone (SVC-3); the raw value stands in the address.
enum ReportStep: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
    case arrival, finding, charges, replacements, photographs, site, outcome

    /// Whether it says anything when the customer was not there.
    var isForAbsent: Bool {
        switch self {
        case .arrival, .photographs, .outcome: true
        case .finding, .charges, .replacements, .site: false
        }
    }

    /// Whether there is something to fill in; photographs have a page of their own.
    var hasForm: Bool {
        switch self {
        case .arrival, .finding, .charges, .replacements, .site, .outcome: true
        case .photographs: false
        }
    }

    static func all(isAbsent: Bool) -> [ReportStep] { allCases.filter { !isAbsent || $0.isForAbsent } }
}

/// What was answered in one step, in canonical texts; its version tells whether somebody else changed it (UX-4).
struct StepAnswers: Sendable, Hashable, Codable {
    var version: Int
    var answers: [String: [String]]
}

/// The report as it is being filled: each step as it was saved.
struct ReportDraft: Sendable, Hashable {
    let authorID: Member.ID
    let authorName: String
    let begunAt: Date
    /// Of the whole report; the customer signs one version of it.
    let version: Int
    private(set) var steps: [ReportStep: StepAnswers]

    subscript(step: ReportStep) -> StepAnswers? { steps[step] }

    func answers(_ step: ReportStep) -> [String: [String]] { steps[step]?.answers ?? [:] }
}

/// What the columns of a report hold step by step: JSON under the names of the steps.
extension Dictionary where Key == ReportStep, Value: Codable {
    /// - Throws: `UnreadableValue` for what this column cannot hold: read as nothing, the next save would wipe it out.
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
