import Foundation

/// Vector signature: strokes as lists of points, so that it can be drawn at any size (SVC-6).
///
/// Coordinates are thousandths of the pad's width, in both directions.
public struct Signature: Sendable, Hashable {
    public let strokes: [[Point]]

    public struct Point: Sendable, Hashable {
        public let x: Int
        public let y: Int
    }

    /// Height of the pad in thousandths of its width, as in the style sheet.
    public static let height = 400

    /// Result of parsing the pad's text.
    enum Reading: Hashable {
        case signature(Signature)
        case blank
        /// A tap or a short line is not a signature.
        case tooLittle
        case notASignature
    }

    /// Ten times what an expansive signature needs; anything longer was not drawn.
    private static let mostBytes = 65_536
    private static let mostStrokes = 200
    private static let mostPoints = 5_000
    /// Minimum length of line, a fifth of the pad's width, and minimum points: less is a slip of the finger.
    private static let leastInk = 200.0
    private static let leastPoints = 6

    static func read(_ text: String) -> Reading {
        guard text.utf8.count <= mostBytes, isFlat(text),
            let numbers = try? JSONDecoder().decode([[[Int]]].self, from: Data(text.utf8)),
            numbers.count <= mostStrokes, numbers.reduce(0, { $0 + $1.count }) <= mostPoints
        else { return .notASignature }
        var strokes: [[Point]] = []
        for stroke in numbers where !stroke.isEmpty {
            var points: [Point] = []
            for pair in stroke {
                guard pair.count == 2, let x = pair.first, let y = pair.last, (0...1_000).contains(x),
                    (0...height).contains(y)
                else { return .notASignature }
                points.append(Point(x: x, y: y))
            }
            strokes.append(points)
        }
        guard !strokes.isEmpty else { return .blank }
        let signature = Signature(strokes: strokes)
        return signature.hasInk ? .signature(signature) : .tooLittle
    }

    /// Nested brackets are rejected before the JSON parser recurses into them.
    private static func isFlat(_ text: String) -> Bool {
        var depth = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "]") { depth -= 1 }
            guard (0...3).contains(depth) else { return false }
        }
        return true
    }

    private var hasInk: Bool {
        let length = strokes.reduce(0) { $0 + Self.length(of: $1) }
        return length >= Self.leastInk && strokes.reduce(0, { $0 + $1.count }) >= Self.leastPoints
    }

    private static func length(of stroke: [Point]) -> Double {
        zip(stroke, stroke.dropFirst()).reduce(0) { sum, pair in
            let (dx, dy) = (Double(pair.1.x - pair.0.x), Double(pair.1.y - pair.0.y))
            return sum + (dx * dx + dy * dy).squareRoot()
        }
    }
}

extension Signature: CodableAsText {
    /// Parses the stored form.
    public init?(_ text: String) {
        guard case .signature(let signature) = Self.read(text) else { return nil }
        self = signature
    }

    /// `[[[10,20],[12,24]]]`
    public var description: String {
        let lines = strokes.map { stroke in "[" + stroke.map { "[\($0.x),\($0.y)]" }.joined(separator: ",") + "]" }
        return "[" + lines.joined(separator: ",") + "]"
    }

    /// The strokes as the `d` of an SVG path: numbers and path commands only.
    public var path: String {
        strokes.map { stroke in
            // A lone point needs a line to itself to be drawn.
            let points = stroke.count == 1 ? stroke + stroke : stroke
            return "M" + points.map { "\($0.x) \($0.y)" }.joined(separator: "L")
        }.joined()
    }
}
