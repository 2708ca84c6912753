import Foundation

/// The short steps in which a report is filled on a phone (SVC-3); the raw value stands in the address.
enum ReportStep: String, Sendable, CaseIterable {
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

extension [ReportStep: StepAnswers] {
    /// The draft as stored.
    /// - Throws: `UnreadableValue` for what no draft is: read as an empty one, the next save would wipe it out.
    init(stored text: String) throws {
        self = [:]
        do {
            for (name, answers) in try JSONDecoder().decode([String: StepAnswers].self, from: Data(text.utf8)) {
                guard let step = ReportStep(rawValue: name) else { throw UnreadableValue.text("draft") }
                self[step] = answers
            }
        } catch is DecodingError {
            throw UnreadableValue.text("draft")
        }
    }

    var text: String {
        var named: [String: StepAnswers] = [:]
        for (step, answers) in self { named[step.rawValue] = answers }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(named)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
