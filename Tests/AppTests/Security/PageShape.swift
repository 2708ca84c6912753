import Foundation
import Testing

@testable import App

/// What a page consists of, as the HTML parser sees it: its elements and attributes in order, and all of its text.
struct PageShape: Sendable {
    /// One line an element: its place, its name and the names of its attributes.
    let elements: [String]
    /// The text and attribute values, each with single spaces.
    let texts: [String]

    init(_ page: ShownPage) throws {
        guard !page.html.isEmpty else {
            (elements, texts) = ([], [])
            return
        }
        let nodes = try HTMLDocument(page.html).outline()
        elements = nodes.elements
        texts = nodes.texts.map(Self.spaced)
    }

    /// Controls, which the reader of forms or the parser of pages leaves out, do not count.
    static func spaced(_ text: String) -> String {
        // Most texts are short words without anything of the kind; asking each character for its properties is slow.
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
        return text.unicodeScalars.filter { $0.properties.isWhitespace || $0.properties.generalCategory != .control }
            .split(whereSeparator: \.properties.isWhitespace)
            .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }

    /// How often a text stands on the page, unit by unit: marks do not make it another one.
    func count(of text: String) -> Int {
        let wanted = Self.spaced(text)
        guard !wanted.isEmpty else { return 0 }
        return texts.reduce(0) { $0 + Self.count(of: wanted, in: $1) }
    }

    private static func count(of wanted: String, in text: String) -> Int {
        var (count, rest) = (0, text.startIndex..<text.endIndex)
        while let found = text.range(of: wanted, options: .literal, range: rest) {
            count += 1
            rest = found.upperBound..<text.endIndex
        }
        return count
    }
}

/// Compares a page that has a vector in it with the same page that has harmless text in the same places.
struct VectorCheck {
    let vector: String
    let harmless: String
    /// How often the vector was found, on all pages together.
    private(set) var shown = 0

    /// - Parameter isTyped: whether the page gives back what was typed; otherwise it shows what was stored.
    mutating func compare(_ page: ShownPage, with plain: ShownPage, isTyped: Bool = false) throws {
        #expect(page.status == plain.status, "\(page.path)")
        let (shape, expected) = (try PageShape(page), try PageShape(plain))
        if shape.elements != expected.elements {
            let new = shape.elements.difference(from: expected.elements)
            Issue.record(
                "\(page.path) has other elements or attributes with \(vector.prefix(60).debugDescription): \(new)")
        }
        let text = isTyped ? vector : TypedVector.stored(vector)
        // What stands there anyway, such as an ampersand in an address, does not count.
        let count = shape.count(of: text) - expected.count(of: text)
        #expect(
            count == expected.count(of: harmless),
            "\(page.path) shows \(vector.prefix(60).debugDescription) in other places than harmless text")
        shown += count
        if text.utf8.contains(where: { "<>\"'`".utf8.contains($0) }) {
            // Nothing that was typed stands in the page's source as it was typed.
            #expect(page.html.utf8.firstRange(of: text.utf8) == nil, "\(page.path)")
        }
    }
}
