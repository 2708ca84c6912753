import Forms
import Foundation

/// How large a card is printed.
enum CardSize: String, Sendable, CaseIterable {
    case a6, a4

    init(_ text: String?) { self = text.flatMap(CardSize.init(rawValue:)) ?? .a6 }
}
