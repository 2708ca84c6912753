import Testing

@testable import App

/// What is remembered of a text is what the text says.
struct DecodedTextsTests {
    @Test("each text is decoded as what it says, also when more come than are remembered")
    func decodes() throws {
        let texts = DecodedTexts<[Int]>(most: 10)
        for round in 0..<3 {
            for number in 0..<25 { #expect(try texts.decode("[\(number)]") == [number], "\(round)") }
        }
    }

    @Test("what cannot be decoded is an error each time")
    func broken() {
        let texts = DecodedTexts<[Int]>(most: 10)
        for _ in 0..<2 { #expect(throws: DecodingError.self) { try texts.decode("[") } }
    }
}
