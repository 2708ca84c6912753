import Forms
import Testing

@Suite("Signatures that were drawn (SVC-6)")
struct SignatureTests {
    /// A zigzag, as a name is.
    static let name = "[[[100,100],[300,40],[320,200],[500,60]],[[520,100],[700,300],[720,80]]]"

    @Test("strokes are kept, and drawn again as they were")
    func kept() throws {
        let signature = try #require(Sample.bind(Sample.signed, Self.name)[Sample.signed])
        #expect(signature.strokes.map(\.count) == [4, 3])
        #expect(signature.description == Self.name)
        #expect(signature.path == "M100 100L300 40L320 200L500 60M520 100L700 300L720 80")
        #expect(Signature(Self.name) == signature)
    }

    @Test("a dot on an i is drawn too")
    func dot() throws {
        let dotted = "[[[100,100],[300,40],[320,200],[500,60],[520,100]],[[10,10]]]"
        #expect(try #require(Signature(dotted)).path.hasSuffix("M10 10L10 10"))
    }

    @Test(
        "a pad that nobody drew on is empty, and an error only where it is required", arguments: ["", "[]", "[[]]"])
    func blank(typed: String) {
        #expect(Sample.codes(Sample.signed, typed) == [])
        #expect(Sample.bind(Sample.signed, typed)[Sample.signed] == nil)
        #expect(Sample.codes(Field.signature("signed", required: true), typed) == ["required"])
    }

    @Test(
        "without ink there is no signature: taps, a short tick, one point many times",
        arguments: [
            "[[[5,5]]]", "[[[5,5],[40,40],[80,5]]]", "[[[5,5],[5,5],[5,5],[5,5],[5,5],[5,5],[5,5],[5,5]]]",
            "[[[0,0],[1000,400]]]", "[[[1,1]],[[200,1]],[[400,1]],[[600,1]],[[800,1]],[[900,1]],[[999,1]]]",
        ])
    func noInk(typed: String) {
        #expect(Sample.codes(Sample.signed, typed) == ["too-little-ink"])
    }

    @Test(
        "what no pad of ours wrote is refused",
        arguments: [
            "x", "{}", "null", "[1,2]", "[[1,2]]", "[[[1]]]", "[[[1,2,3]]]", "[[[-1,2]]]", "[[[1001,2]]]",
            "[[[1,401]]]", "[[[1.5,2]]]", "[[[1e99,2]]]", "[[[\"1\",2]]]", "[[[1,2]]", "[[[1,2]]]]",
            "[[[1,2]]]<script>", String(repeating: "[", count: 60_000), "[[[9223372036854775808,1]]]",
            "[" + String(repeating: "[[1,2]],", count: 250) + "[[1,2]]]",
            "[[" + String(repeating: "[1,2],", count: 5_001) + "[1,2]]]",
            "[[" + String(repeating: "[100,200],", count: 9_000) + "[1,2]]]",
        ])
    func hostile(typed: String) {
        #expect(Sample.codes(Sample.signed, typed) == ["not-a-signature"])
        #expect(Signature(typed) == nil)
    }
}
