/// What a template draws. Not indirect: a value that holds others does so by an array.
public enum PageValue: Sendable, Hashable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([PageValues])
    case page(PageValues)
    /// Drawn as it was kept, without escaping: it was escaped when it was drawn.
    case fragment(Fragment)
    case none

    /// Text if there is any; nil draws nothing and is false.
    public static func optional(_ text: String?) -> PageValue { text.map { .text($0) } ?? .none }
    public static func optional(_ number: Int?) -> PageValue { number.map { .number($0) } ?? .none }
    public static func optional(_ page: PageValues?) -> PageValue { page.map { .page($0) } ?? .none }
}

extension PageValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .number(value) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
}
