import HTTPTypes
import NIOCore
import Testing

@testable import App

/// Random and mutated bodies; each seed gives the same ones for ever.
@Suite struct FormFuzzTests {
    @Test("10,000 broken multipart bodies give the same result however they are cut", arguments: 0..<20)
    func multipart(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var limits = FormLimits()
        limits.items = 6
        limits.valueBytes = 40
        limits.fileBytes = 30
        limits.files = 2
        limits.partHeaderBytes = 90
        limits.partHeaders = 3
        var accepted = 0
        for _ in 0..<500 {
            let body = random.mutated(random.body(of: Self.multipartPieces, atMost: 24))
            let whole = Multipart.parse([body[...]], limits: limits)
            let cut = Multipart.parse(random.cut(body), limits: limits)
            let bytes = Multipart.parse(body.indices.map { body[$0...$0] }, limits: limits)
            #expect(whole == cut && whole == bytes, "\(body)")
            if case .success = whole { accepted += 1 }
        }
        #expect(accepted > 0)
    }

    @Test("10,000 broken urlencoded bodies give one result, within the limits or refused", arguments: 0..<20)
    func urlEncoded(seed: Int) async throws {
        var random = SeededRandom(seed: UInt64(1_000 + seed))
        var limits = FormLimits()
        limits.items = 12
        limits.nameBytes = 12
        limits.valueBytes = 24
        let reader = FormReader(limits: limits)
        var accepted = 0
        for number in 0..<500 {
            let body = random.mutated(random.body(of: Self.urlEncodedPieces, atMost: 20))
            let whole = Result { () throws(FormProblem) in try UrlEncodedForm.parse(body, limits: limits) }
            if case .success(let fields) = whole {
                accepted += 1
                #expect(fields.keys.allSatisfy { $0.utf8.count <= 12 && !$0.utf8.contains(0) })
                #expect(fields.values.joined().allSatisfy { $0.utf8.count <= 24 && !$0.utf8.contains(0) })
            }
            // Reading as a stream costs more, so every tenth is enough to show that the cuts do not matter.
            guard number.isMultiple(of: 10) else { continue }
            let pieces = random.cut(body).map(Array.init)
            var streamed: Result<[String: [String]], FormProblem>
            do throws(FormProblem) {
                streamed = .success(
                    try await reader.read(.post(pieces, type: "application/x-www-form-urlencoded")).fields)
            } catch {
                streamed = .failure(error)
            }
            #expect(whole == streamed, "\(body)")
        }
        #expect(accepted > 0)
    }

    @Test("random header values, cookies, and queries never stop the server")
    func headers() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<5_000 {
            let text = random.mutated(random.body(of: Self.headerPieces, atMost: 12))
            _ = HeaderValue(text)
            let header = String(decoding: text, as: UTF8.self)
            _ = QueryItems(query: header)
            let cookies = RequestCookies.parse([.cookie: header])
            #expect(cookies.keys.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(RequestCookies.isNameByte) })
            _ = MultipartFormHeaders.shown(header)
        }
    }

    private static let multipartPieces = [
        "--X", "--X\r\n", "\r\n--X\r\n", "\r\n--X--", "\r\n--X--\r\n", "--X--", "\r\n", "\r", "\n", "-", "--",
        "Content-Disposition: form-data; name=\"a\"\r\n",
        "Content-Disposition: form-data; name=\"b\"; filename=\"c\"\r\n",
        "Content-Type: text/plain\r\n", "Content-Type: image/png; charset=\"x\"\r\n", "A: b\r\n", ":", "value", "王",
        "\0",
        "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--X--\r\n",
        "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n",
        "--X\r\nContent-Disposition: form-data; name=\"f\"; filename=\"g\"\r\n\r\n\r\n",
    ].map { Array($0.utf8) }

    private static let urlEncodedPieces = [
        "a", "b", "=", "=", "&", "&", "+", "%", "%4", "%41", "%E7%8E%8B", "%FF", "%00", "王", "\0", ".", "[", "]",
        "value",
    ].map { Array($0.utf8) }

    private static let headerPieces = [
        "a", "=", "\"", "\\", ";", ",", " ", "\t", "%41", "&", "name", "filename*", "utf-8''x", "\u{301}", "王", "/",
        "..", "\r\n",
    ].map { Array($0.utf8) }
}

/// SplitMix64: the same numbers for the same seed on every machine.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Some of the pieces in any order.
    mutating func body(of pieces: [[UInt8]], atMost most: Int) -> [UInt8] {
        (0..<Int.random(in: 0...most, using: &self)).flatMap { _ in pieces.randomElement(using: &self) ?? [] }
    }

    /// The bytes with up to three of them changed, removed or doubled; half of the time as they are.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        if Bool.random(using: &self) { return bytes }
        for _ in 0..<Int.random(in: 1...3, using: &self) {
            guard let place = bytes.indices.randomElement(using: &self) else { return bytes }
            switch Int.random(in: 0...2, using: &self) {
            case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &self)
            case 1: bytes.remove(at: place)
            default: bytes.insert(bytes[place], at: place)
            }
        }
        return bytes
    }

    /// The bytes in up to eight pieces, some of them empty.
    mutating func cut(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        let count = Int.random(in: 0...7, using: &self)
        let cuts = (0..<count).map { _ in Int.random(in: 0...bytes.count, using: &self) }.sorted()
        return zip([0] + cuts, cuts + [bytes.count]).map { bytes[$0..<$1] }
    }
}
