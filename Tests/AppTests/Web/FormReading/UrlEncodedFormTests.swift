import Testing

@testable import App

@Suite struct UrlEncodedFormTests {
    private func parse(_ body: String, limits: FormLimits = FormLimits()) throws(FormProblem) -> [String: [String]] {
        try UrlEncodedForm.parse(Array(body.utf8), limits: limits)
    }

    @Test("plus is a space, %2B a plus, and a repeated name collects its values in order")
    func decodes() throws {
        let fields = try parse("name=%E7%8E%8B+%F0%A0%AE%B7&sum=1%2b1&day=2&day=1&empty=&bare&&=nameless")
        #expect(
            fields == [
                "name": ["王 𠮷"], "sum": ["1+1"], "day": ["2", "1"], "empty": [""], "bare": [""], "": ["nameless"],
            ])
    }

    @Test("only the first equals sign parts a name from its value")
    func equalsInValue() throws {
        #expect(try parse("a=b=c&d==") == ["a": ["b=c"], "d": ["="]])
    }

    @Test("names are compared byte by byte as they are, so brackets and dots mean nothing")
    func deepNames() throws {
        let deep = "a" + String(repeating: "[b]", count: 60)
        #expect(try parse("\(deep)=1&a.0.b=2") == [deep: ["1"], "a.0.b": ["2"]])
    }

    @Test(
        "a bad percent sequence or text that is not UTF-8 is malformed",
        arguments: [
            "a=%zz", "a=%", "a=%4", "%", "a=%%41", "a=%C3", "a=%ED%A0%80", "a=%C0%AF", "a=%FF", "%FE=1",
            "a=%F5%80%80%80",
        ])
    func malformed(body: String) {
        #expect(throws: FormProblem.malformed) { try parse(body) }
    }

    @Test("raw bytes that are not UTF-8 are malformed")
    func rawBytes() {
        #expect(throws: FormProblem.malformed) { try UrlEncodedForm.parse([0x61, 0x3D, 0xFF]) }
    }

    @Test("NUL is left out of a value and refused in a name")
    func nul() throws {
        #expect(try parse("a=x%00y") == ["a": ["xy"]])
        #expect(throws: FormProblem.malformed) { try parse("a%00b=1") }
    }

    @Test("each limit is met exactly and passed by one")
    func limits() throws {
        var limits = FormLimits()
        limits.urlEncodedBytes = 40
        limits.items = 3
        limits.nameBytes = 3
        limits.valueBytes = 6
        #expect(try parse("abc=123456&b=%E7%8E%8B%E7%8E%8B&c=", limits: limits).count == 3)
        #expect(throws: FormProblem.tooLarge) { try parse("a&a&a&a", limits: limits) }
        #expect(throws: FormProblem.tooLarge) { try parse("abcd=1", limits: limits) }
        #expect(throws: FormProblem.tooLarge) { try parse("a=1234567", limits: limits) }
        #expect(throws: FormProblem.tooLarge) { try parse(String(repeating: "&", count: 41), limits: limits) }
    }

    @Test("a megabyte of separators is an empty form, and one of names is too large")
    func bombs() throws {
        #expect(try parse(String(repeating: "&", count: 1 << 20)).isEmpty)
        #expect(throws: FormProblem.tooLarge) { try parse(String(repeating: "a&", count: 1 << 19)) }
    }
}
