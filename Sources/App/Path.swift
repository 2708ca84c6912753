/// What the router matches: a fixed path, or a URL pattern with parameters in braces.
protocol URLPattern: Sendable {
    var pattern: String { get }
}

extension String: URLPattern {
    var pattern: String { self }
}

/// URL pattern with one parameter, such as `/follow-ups/{id}/attempts`. The route table registers it, pages and
/// redirects fill it in, so neither can drift from the other.
struct Path<Parameter: CustomStringConvertible>: URLPattern {
    let pattern: String
    // Split once: a list builds some thousand paths.
    private let before: Substring
    private let after: Substring

    init(_ pattern: String) {
        self.pattern = pattern
        before = pattern.prefix { $0 != "{" }
        after = pattern.drop { $0 != "}" }.dropFirst()
    }

    func callAsFunction(_ parameter: Parameter) -> String { "\(before)\(parameter)\(after)" }
}

/// URL pattern for an action on a thing: the action is an enum whose raw value is the last path segment.
struct StepPath<ID: CustomStringConvertible, Step: RawRepresentable<String>>: URLPattern {
    let pattern: String

    init(_ pattern: String) { self.pattern = pattern }

    func callAsFunction(_ id: ID, _ step: Step) -> String { Path<String>(Path<ID>(pattern)(id))(step.rawValue) }
}

/// URL pattern for a thing that is nested under its project.
struct ProjectPartPath<ID: CustomStringConvertible>: URLPattern {
    let pattern: String

    init(_ pattern: String) { self.pattern = pattern }

    func callAsFunction(_ id: ID, project: Project.ID) -> String { Path<ID>(Path<Project.ID>(pattern)(project))(id) }
}

// A labelled call where the name alone leaves open which id it takes: `Paths.acceptance(visit: 7)`.
extension Path where Parameter == Customer.ID {
    func callAsFunction(customer id: Customer.ID) -> String { self(id) }
}

extension Path where Parameter == Project.ID {
    func callAsFunction(project id: Project.ID) -> String { self(id) }
}

extension Path where Parameter == Visit.ID {
    func callAsFunction(visit id: Visit.ID) -> String { self(id) }
}
