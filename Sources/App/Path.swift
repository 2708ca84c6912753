/// What the router matches: a whole address, or a URL pattern with names in braces.
protocol URLPattern: Sendable {
    var pattern: String { get }
}

extension String: URLPattern {
    var pattern: String { self }
}

/// URL pattern with one parameter, such as `/follow-ups/{id}/attempts`: the route table hands it to the router, pages and
/// redirects call it with what stands in the braces, so that neither can drift from the other.
struct Path<Parameter: CustomStringConvertible>: URLPattern {
    let pattern: String
    private let parts: [String]

    init(_ pattern: String) {
        self.pattern = pattern
        parts = pattern.partsAroundBraces
    }

    func callAsFunction(_ parameter: Parameter) -> String { parts.joined(around: ["\(parameter)"]) }
}

/// URL pattern of a step of something: the step is an enum, and its raw value the noun in the address.
struct StepPath<ID: CustomStringConvertible, Step: RawRepresentable<String>>: URLPattern {
    let pattern: String
    private let parts: [String]

    init(_ pattern: String) {
        self.pattern = pattern
        parts = pattern.partsAroundBraces
    }

    func callAsFunction(_ id: ID, _ step: Step) -> String { parts.joined(around: ["\(id)", step.rawValue]) }
}

/// URL pattern of something that is found within its project only.
struct ProjectPartPath<ID: CustomStringConvertible>: URLPattern {
    let pattern: String
    private let parts: [String]

    init(_ pattern: String) {
        self.pattern = pattern
        parts = pattern.partsAroundBraces
    }

    func callAsFunction(_ id: ID, project: Project.ID) -> String { parts.joined(around: ["\(project)", "\(id)"]) }
}

// Where a name alone leaves open whose number it wants, the call may say it: `Paths.acceptance(visit: 7)`.
extension Path where Parameter == Customer.ID {
    func callAsFunction(customer id: Customer.ID) -> String { self(id) }
}

extension Path where Parameter == Project.ID {
    func callAsFunction(project id: Project.ID) -> String { self(id) }
}

extension Path where Parameter == Visit.ID {
    func callAsFunction(visit id: Visit.ID) -> String { self(id) }
}

extension String {
    /// Split once, as lists draw some thousand addresses.
    fileprivate var partsAroundBraces: [String] {
        split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
            String(index == 0 ? part : part.drop { $0 != "}" }.dropFirst())
        }
    }
}

extension [String] {
    fileprivate func joined(around values: [String]) -> String { zip(self, values + [""]).map { $0 + $1 }.joined() }
}
