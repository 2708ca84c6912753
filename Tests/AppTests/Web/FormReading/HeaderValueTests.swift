import Testing

@testable import App

@Suite struct HeaderValueTests {
    @Test("parameters are read with and without quotes, names in any case")
    func parameters() throws {
        let value = try #require(HeaderValue("Form-Data ;Name=\"a;b\" ; FILENAME = c d ;x=;".utf8))
        #expect(value.main == "form-data")
        #expect(value.parameters == ["name": "a;b", "filename": "c d", "x": ""])
    }

    @Test("a backslash escapes a quote or itself and is itself before anything else")
    func backslashes() throws {
        let value = try #require(HeaderValue(#"a; f="C:\dir\"x\\y""#.utf8))
        #expect(value.parameters["f"] == #"C:\dir"x\y"#)
    }

    @Test("a combining mark after a quote does not hide the quote")
    func combiningMark() {
        #expect(HeaderValue("a; f=\"x\"\u{301}".utf8) == nil)
        #expect(HeaderValue("a; f=\"\u{301}x\"".utf8)?.parameters["f"] == "\u{301}x")
    }

    @Test(
        "a value that is not well formed is nothing",
        arguments: [
            "", ";", "a; b", "a; =c", "a; b=\"c", "a; b=\"c\\\"", "a; b=1; B=2", "a; b=\"c\"d", "a\u{1}", "a\0",
        ])
    func malformed(text: String) {
        #expect(HeaderValue(text.utf8) == nil)
    }

    @Test("more than 16 parameters, or bytes that are not UTF-8, are nothing")
    func tooMany() {
        #expect(HeaderValue(("a" + (0..<16).map { ";p\($0)=" }.joined()).utf8) != nil)
        #expect(HeaderValue(("a" + (0..<17).map { ";p\($0)=" }.joined()).utf8) == nil)
        #expect(HeaderValue([0x61, 0xFF]) == nil)
    }

    @Test(
        "a file's name is shown without folders, signs that turn text round, and control characters",
        arguments: [
            ("../../etc/passwd", "passwd"), (#"C:\fake\门.jpg"#, "门.jpg"), ("a\u{202E}gpj.exe", "agpj.exe"),
            ("say %22hi%22.txt", "say \"hi\".txt"), ("  a  ", "a"), ("..", nil), ("/", nil), ("", nil),
            ("𠮷·.pdf", "𠮷·.pdf"),
        ])
    func filenames(sent: String, shown: String?) {
        #expect(MultipartFormHeaders.shown(sent) == shown)
    }
}
