import HTTPTypes
import Hummingbird
import NIOCore

@testable import App

extension Request {
    /// A request without a body.
    static func get(_ path: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:]) -> Request {
        Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
    }

    /// A form, sent in the given pieces.
    static func post(_ pieces: [[UInt8]], type: String?, headers: HTTPFields = [:]) -> Request {
        post(
            body: RequestBody(
                asyncSequence: AsyncStream { stream in
                    for piece in pieces { stream.yield(ByteBuffer(bytes: piece)) }
                    stream.finish()
                }), type: type, headers: headers)
    }

    static func post(body: RequestBody, type: String?, headers: HTTPFields = [:]) -> Request {
        var headers = headers
        if let type { headers[.contentType] = type }
        return Request(
            head: HTTPRequest(
                method: .post, scheme: "http", authority: "localhost", path: "/", headerFields: headers),
            body: body)
    }
}

/// Multipart bodies for tests.
enum Multipart {
    /// The body with lines ended by CRLF.
    static func body(_ lines: String...) -> [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

    /// What a body gives when it is fed in pieces.
    static func parse(
        _ pieces: [ArraySlice<UInt8>], boundary: String = "X", limits: FormLimits = FormLimits()
    ) -> Result<FormData, FormProblem> {
        do throws(FormProblem) {
            guard var parser = MultipartFormParser(boundary: boundary, limits: limits) else { throw .malformed }
            var collector = MultipartFormCollector(limits: limits)
            for piece in pieces {
                parser.add(ByteBuffer(bytes: piece))
                while let event = try parser.next() { try collector.receive(event) }
            }
            try parser.finish()
            return .success(collector.form)
        } catch {
            return .failure(error)
        }
    }

    static func parse(_ body: [UInt8], limits: FormLimits = FormLimits()) -> Result<FormData, FormProblem> {
        parse([body[...]], limits: limits)
    }
}
