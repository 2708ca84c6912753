import NIOCore
import Testing

@testable import App

@Suite struct MultipartFormTests {
    @Test("fields and files of a browser's form are read, whatever text stands around them")
    func reads() throws {
        let body = Multipart.body(
            "preamble --X", "--X", "Content-Disposition: form-data; name=\"name\"", "", "张三\r\n第二行",
            "--X  ", "content-disposition: form-data; name=photo; filename=\"门 1.jpg\"", "Content-Type: image/jpeg",
            "X-Other: 1", "", "\u{1}\0\r\n--Y\r\n-", "--X",
            "Content-Disposition: form-data; name=\"name\"", "Content-Type: text/plain; charset=UTF-8", "", "",
            "--X", "Content-Disposition: form-data; name=\"empty\"; filename=\"\"",
            "Content-Type: application/octet-stream", "", "", "--X--", "epilogue", "--X", "ignored")
        let form = try Multipart.parse(body).get()
        #expect(form.fields == ["name": ["张三\r\n第二行", ""]])
        #expect(
            form.files == [
                UploadedFile(
                    field: "photo", filename: "门 1.jpg", contentType: "image/jpeg",
                    bytes: ByteBuffer(string: "\u{1}\0\r\n--Y\r\n-"))
            ])
        #expect(form["name"] == "张三\r\n第二行")
    }

    @Test("the result is the same when a body comes byte by byte, or is cut at any one place")
    func everyCut() throws {
        let body = Multipart.body(
            "--X", "Content-Disposition: form-data; name=\"a\"", "", "\r\r\n\r\n-\r\n--\r\n--", "--X",
            "Content-Disposition: form-data; name=\"b\"; filename=\"c\"", "", "--X\r--X\n--X", "--X--", "")
        let whole = try Multipart.parse(body).get()
        #expect(whole.fields == ["a": ["\r\r\n\r\n-\r\n--\r\n--"]])
        #expect(whole.files.first?.bytes == ByteBuffer(string: "--X\r--X\n--X"))
        #expect(Multipart.parse(body.indices.map { body[$0...$0] }) == .success(whole))
        for cut in body.indices { #expect(Multipart.parse([body[..<cut], body[cut...]]) == .success(whole)) }
    }

    @Test("a form without parts is empty")
    func noParts() {
        #expect(Multipart.parse(Multipart.body("--X--", "")) == .success(FormData()))
        #expect(Multipart.parse(Multipart.body("--X--")) == .success(FormData()))
    }

    @Test(
        "a form that breaks off or breaks the rules is malformed",
        arguments: [
            "", "--X", "--X\r\n", "--X-", "--X-Y", "--Xtra\r\n", "--X\n\n--X--", "x--X--",
            "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue",
            "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--X",
            "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\n--X--",
            "--X\nContent-Disposition: form-data; name=\"a\"\n\nvalue\n--X--\n",
            "--X\r\nContent-Disposition: form-data; name=\"a\"\n\r\n\r\nvalue\r\n--X--",
            "--X\r\nContent-Disposition: form-data; name=\"a\"\rb\r\n\r\nvalue\r\n--X--",
            "--X\r\nContent-Disposition: form-data; name=\"a\r\n\r\nvalue\r\n--X--",
            "--X\r\nContent-Disposition: form-data; name=\"a\" b\r\n\r\nvalue\r\n--X--",
            "--X\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nvalue\r\n--X--",
            "--X\r\nContent-Disposition: form-data\r\n\r\nvalue\r\n--X--",
            "--X\r\nContent-Disposition: attachment; name=a\r\n\r\nvalue\r\n--X--",
            "--X\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\n\r\n--X--",
            "--X\r\nContent-Disposition: form-data;\r\n name=a\r\n\r\nvalue\r\n--X--",
            "--X\r\n: form-data\r\n\r\nvalue\r\n--X--", "--X\r\nno colon\r\n\r\nvalue\r\n--X--",
            "--X\r\n\r\nvalue\r\n--X--",
            "--X\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nYQ==\r\n--X--",
        ])
    func malformed(body: String) {
        #expect(Multipart.parse(Array(body.utf8)) == .failure(.malformed))
    }

    @Test("a value that is not UTF-8 is malformed, of another character set unsupported; NUL is left out")
    func valueText() {
        let head = Array("--X\r\nContent-Disposition: form-data; name=a\r\n\r\n".utf8)
        #expect(Multipart.parse(head + [0xFF] + Array("\r\n--X--".utf8)) == .failure(.malformed))
        #expect(
            Multipart.parse(head + [0x61, 0, 0x62] + Array("\r\n--X--".utf8))
                == .success(FormData(fields: ["a": ["ab"]])))
        let foreign = Multipart.body(
            "--X", "Content-Disposition: form-data; name=a", "Content-Type: text/plain; charset=gb18030", "", "x",
            "--X--")
        #expect(Multipart.parse(foreign) == .failure(.unsupportedType))
    }

    @Test("10,000 parts, a bomb of headers, a name or a value too long are too large")
    func bombs() {
        let part = "--X\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n"
        let parts = String(repeating: part, count: 10_000) + "--X--"
        #expect(Multipart.parse(Array(parts.utf8)) == .failure(.tooLarge))
        #expect(Multipart.parse(Array((String(repeating: part, count: 1_000) + "--X--").utf8)).isSuccess)
        let long = "--X\r\nA: " + String(repeating: "b", count: 5_000)
        #expect(Multipart.parse(Array(long.utf8)) == .failure(.tooLarge))
        let many = "--X\r\n" + String(repeating: "A: b\r\n", count: 17)
        #expect(Multipart.parse(Array(many.utf8)) == .failure(.tooLarge))
        let name = "--X\r\nContent-Disposition: form-data; name=" + String(repeating: "n", count: 201) + "\r\n\r\n"
        #expect(Multipart.parse(Array(name.utf8)) == .failure(.tooLarge))
        let value = "--X\r\nContent-Disposition: form-data; name=a\r\n\r\n" + String(repeating: "v", count: 165_000)
        #expect(Multipart.parse(Array(value.utf8)) == .failure(.tooLarge))
    }

    @Test("header lines may fill their limit exactly, however the body is cut")
    func exactHeaders() {
        let line = "Content-Disposition: form-data; name=a"
        var limits = FormLimits()
        limits.partHeaderBytes = line.utf8.count + 2
        let body = Multipart.body("--X", line, "", "v", "--X--")
        #expect(Multipart.parse(body, limits: limits).isSuccess)
        limits.partHeaderBytes -= 3
        for pieces in [[body[...]], body.indices.map { body[$0...$0] }] {
            #expect(Multipart.parse(pieces, limits: limits) == .failure(.tooLarge))
        }
    }

    @Test("files beyond their number or size are too large")
    func fileLimits() {
        var limits = FormLimits()
        limits.files = 1
        limits.fileBytes = 3
        let file = "--X\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n"
        #expect(Multipart.parse(Array("\(file)123\r\n--X--".utf8), limits: limits).isSuccess)
        #expect(Multipart.parse(Array("\(file)1234\r\n--X--".utf8), limits: limits) == .failure(.tooLarge))
        let two = Array("\(file)1\r\n\(file)2\r\n--X--".utf8)
        #expect(Multipart.parse(two, limits: limits) == .failure(.tooLarge))
    }

    @Test(
        "the boundary has 1 to 70 printable characters and does not end in a space",
        arguments: [("", false), ("a b", true), ("a ", false), ("é", false), ("a\u{7F}", false)])
    func boundaries(boundary: String, isGood: Bool) {
        #expect((MultipartFormParser(boundary: boundary) != nil) == isGood)
        #expect(MultipartFormParser(boundary: String(repeating: "a", count: 70)) != nil)
        #expect(MultipartFormParser(boundary: String(repeating: "a", count: 71)) == nil)
    }
}

extension Result {
    fileprivate var isSuccess: Bool {
        switch self {
        case .success: true
        case .failure: false
        }
    }
}
