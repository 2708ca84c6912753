@testable import App

/// Tests name things by the numbers that a new company gives them.
extension ID: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}
