/// Template values; only the renderer knows which engine draws them.
indirect enum PageValue: Sendable, Hashable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([PageValues])
    case page(PageValues)
    case none

    /// Text if there is any; nil draws nothing and is false.
    static func optional(_ text: String?) -> PageValue { text.map { .text($0) } ?? .none }
    static func optional(_ number: Int?) -> PageValue { number.map { .number($0) } ?? .none }
    static func optional<Thing>(_ id: ID<Thing>?) -> PageValue { id.map { .number($0.number) } ?? .none }
    static func optional(_ page: PageValues?) -> PageValue { page.map { .page($0) } ?? .none }
}

typealias PageValues = [String: PageValue]

/// One page: its template and the values for it.
protocol Page: Sendable {
    static var template: String { get }
    var values: PageValues { get }
}

extension PageValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
}
