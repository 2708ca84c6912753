import Forms
import Foundation

/// Paper size of a card.
enum CardSize: String, Sendable, CaseIterable {
    case a6, a4

    init(_ text: String?) { self = text.flatMap(CardSize.init(rawValue:)) ?? .a6 }
}
