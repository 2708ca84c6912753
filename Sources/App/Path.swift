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
    // Split once, as lists draw some thousand addresses.
    private let before: Substring
    private let after: Substring

    init(_ pattern: String) {
        self.pattern = pattern
        before = pattern.prefix { $0 != "{" }
        after = pattern.drop { $0 != "}" }.dropFirst()
    }

    func callAsFunction(_ parameter: Parameter) -> String { "\(before)\(parameter)\(after)" }
}

/// URL pattern of a step of something: the step is an enum, and its raw value the noun in the address.
struct StepPath<ID: CustomStringConvertible, Step: RawRepresentable<String>>: URLPattern {
    let pattern: String

    init(_ pattern: String) { self.pattern = pattern }

    func callAsFunction(_ id: ID, _ step: Step) -> String { Path<String>(Path<ID>(pattern)(id))(step.rawValue) }
}

/// URL pattern of something that is found within its project only.
struct ProjectPartPath<ID: CustomStringConvertible>: URLPattern {
    let pattern: String

    init(_ pattern: String) { self.pattern = pattern }

    func callAsFunction(_ id: ID, project: Project.ID) -> String { Path<ID>(Path<Project.ID>(pattern)(project))(id) }
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
