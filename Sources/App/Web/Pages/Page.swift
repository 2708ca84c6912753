import Markup

/// One page: its template and the values for it.
protocol Page: Sendable {
    static var template: String { get }
    var values: PageValues { get }
}

extension PageValue {
    /// A number if there is an id; nil draws nothing and is false.
    static func optional<Thing>(_ id: ID<Thing>?) -> PageValue { id.map { .number($0.number) } ?? .none }
}
