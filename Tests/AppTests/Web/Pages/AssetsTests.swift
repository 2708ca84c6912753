import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import App

@Suite struct AssetsTests {
    private func assets(_ sources: [String: String]) throws(AssetProblem) -> Assets {
        try Assets(sources: sources.mapValues { Array($0.utf8) })
    }

    private func text(_ response: Response?) async throws -> String {
        var buffer = ByteBuffer()
        let collected = Collected()
        try await response?.body.write(collected)
        buffer = collected.buffer
        return String(buffer: buffer)
    }

    @Test("a file is served under a name with its hash, to be kept for a year")
    func serves() async throws {
        let assets = try assets(["app.css": "body{}", "icons/phone.svg": "<svg/>"])
        let path = assets.path(of: "app.css")
        #expect(path.wholeMatch(of: /\/assets\/app\.[0-9a-f]{12}\.css/) != nil)
        #expect(assets.path(of: "icons/phone.svg").hasPrefix("/assets/icons/phone."))
        let response = try #require(assets.response(to: .get(path + "?x#y")))
        #expect(response.headers[.contentType] == "text/css; charset=utf-8")
        #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(response.headers[.contentLength] == "6")
        #expect(try await text(response) == "body{}")
    }

    @Test(
        "who takes gzip gets a text compressed, who does not gets it plain",
        arguments: [
            ("gzip, deflate, br", true), ("br;q=1.0, GZIP;q=0.5", true), ("gzip;q=0", false), ("gzip;q=0.000", false),
            ("x-gzip2", false), ("", false),
        ])
    func compresses(accepted: String, compressed: Bool) async throws {
        let assets = try assets(["app.css": String(repeating: "body { margin: 0 }\n", count: 50)])
        let request = Request.get(assets.path(of: "app.css"), headers: [.acceptEncoding: accepted])
        let response = try #require(assets.response(to: request))
        #expect(response.headers[.contentEncoding] == (compressed ? "gzip" : nil))
        #expect(response.headers[.vary] == "Accept-Encoding")
        let collected = Collected()
        try await response.body.write(collected)
        #expect(response.headers[.contentLength] == String(collected.buffer.readableBytes))
        #expect((collected.buffer.readableBytes < 100) == compressed)
        #expect(collected.buffer.readableBytesView.starts(with: [0x1f, 0x8b]) == compressed)
    }

    @Test("what does not become smaller is sent as it is")
    func incompressible() throws {
        let assets = try assets(["a.css": "b"])
        let request = Request.get(assets.path(of: "a.css"), headers: [.acceptEncoding: "gzip"])
        let response = try #require(assets.response(to: request))
        #expect(response.headers[.contentEncoding] == nil)
        #expect(response.headers[.contentLength] == "1")
    }

    @Test("HEAD gives the headers of GET without the body")
    func head() async throws {
        let assets = try assets(["a.png": "12345"])
        let response = try #require(assets.response(to: .get(assets.path(of: "a.png"), method: .head)))
        #expect(response.headers[.contentLength] == "5")
        #expect(try await text(response) == "")
    }

    @Test("another name, hash, method or way of writing it is not there")
    func missing() throws {
        let assets = try assets(["app.css": "body{}"])
        let path = assets.path(of: "app.css")
        #expect(assets.response(to: .get(path, method: .post)) == nil)
        #expect(assets.path(of: "none.css") == "/assets/none.css")
        for other in [
            "/assets/app.css", "/assets/none.css", "/assets/../app.css", "/", "", path + "/", path.uppercased(),
        ] {
            #expect(assets.response(to: .get(other)) == nil)
        }
    }

    @Test("the name changes with the content, and with the content of what a module imports")
    func hashes() throws {
        let one = try assets(["a.js": "import { b } from \"./lib/b.js\"", "lib/b.js": "export const b = 1"])
        let two = try assets(["a.js": "import { b } from \"./lib/b.js\"", "lib/b.js": "export const b = 2"])
        #expect(one.path(of: "a.js") != two.path(of: "a.js"))
        #expect(one.path(of: "lib/b.js") != two.path(of: "lib/b.js"))
        #expect(try assets(["a.js": "1"]).path(of: "a.js") == assets(["a.js": "1"]).path(of: "a.js"))
    }

    @Test("modules and style sheets name each other by the served addresses")
    func references() async throws {
        let assets = try assets([
            "a.js":
                "import \"./lib/b.js\";import{c}from'./c.js';export * from \"./c.js\";await import(\"./c.js\");f(\"./d\")",
            "lib/b.js": "import c from \"../c.js\"", "c.js": "export const c = 1",
            "css/app.css": "@import \"./more.css\"; a{background:url(../i.svg)} b{background:url( \"../i.svg\" )}",
            "css/more.css": "c{background:url(data:image/png;base64,AA==)}", "i.svg": "<svg/>",
        ])
        let b = assets.path(of: "lib/b.js")
        let c = assets.path(of: "c.js")
        let i = assets.path(of: "i.svg")
        #expect(
            try await text(assets.response(to: .get(assets.path(of: "a.js"))))
                == "import \"\(b)\";import{c}from'\(c)';export * from \"\(c)\";await import(\"\(c)\");f(\"./d\")")
        #expect(try await text(assets.response(to: .get(b))) == "import c from \"\(c)\"")
        #expect(
            try await text(assets.response(to: .get(assets.path(of: "css/app.css"))))
                == "@import \"\(assets.path(of: "css/more.css"))\"; a{background:url(\(i))} b{background:url( \"\(i)\" )}"
        )
    }

    @Test("a reference to nothing, out of the folder, or in a circle is found at start, and so is an unknown type")
    func problems() {
        #expect(throws: AssetProblem.missing(reference: "b.js", in: "a.js")) {
            try assets(["a.js": "import \"./b.js\""])
        }
        #expect(throws: AssetProblem.missing(reference: "../b.js", in: "a.js")) {
            try assets(["a.js": "import \"../b.js\"", "b.js": ""])
        }
        #expect(throws: AssetProblem.circle(["a.js", "b.js"])) {
            try assets(["a.js": "import \"./b.js\"", "b.js": "import \"./a.js\""])
        }
        #expect(throws: AssetProblem.unknownType(file: "a.exe")) { try assets(["a.exe": ""]) }
    }

    @Test("a folder is read with what is in it, but for names that begin with a dot")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "assets-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "icons"), withIntermediateDirectories: true)
        for name in ["app.css", "icons/a.svg", ".hidden", "icons/.keep"] {
            try Data(name.utf8).write(to: folder.appending(path: name))
        }
        #expect(try Assets(directory: folder).names == ["app.css", "icons/a.svg"])
        #expect(throws: (any Error).self) { try Assets(directory: folder.appending(path: "nothing")) }
    }

    @Test("the hash is FNV-1a of 64 bits")
    func contentHash() {
        #expect(ContentHash.hexadecimal(of: []) == "cbf29ce484222325")
        #expect(ContentHash.hexadecimal(of: Array("a".utf8)) == "af63dc4c8601ec8c")
        #expect(ContentHash.hexadecimal(of: Array("foobar".utf8)) == "85944171f73967e8")
    }
}

/// Collects the body of an answer.
private final class Collected: ResponseBodyWriter {
    private(set) var buffer = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws { self.buffer.writeImmutableBuffer(buffer) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
