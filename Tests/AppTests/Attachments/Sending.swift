import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

@testable import App

/// A file that somebody chose in a form.
struct ChosenFile: Sendable {
    let name: String
    var type = "image/jpeg"
    let bytes: [UInt8]
}

/// An answer whose body may be anything.
struct RawAnswer: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Browser {
    /// Sends the shown form with the files chosen in it, as browsers do.
    /// - Parameter cut: sends only so many bytes of the body, of which the header promises all.
    func send(
        _ form: ShownForm, _ typed: [String: Typed] = [:], files: [ChosenFile], accept: String = "text/html",
        cut: Int? = nil
    ) async throws -> RawAnswer {
        let boundary = "----boundary\(files.count)"
        var body: [UInt8] = []
        for (name, value) in try form.entries(typed) {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        for file in files {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"photograph\"; filename=\"".utf8
            body += "\(file.name)\"\r\nContent-Type: \(file.type)\r\n\r\n".utf8
            body += file.bytes + "\r\n".utf8
        }
        body += "--\(boundary)--\r\n".utf8
        return try await raw(
            .post, form.action,
            [
                .contentType: "multipart/form-data; boundary=\(boundary)", .contentLength: String(body.count),
                .accept: accept,
            ], body: Array(body.prefix(cut ?? body.count)))
    }

    /// One request with a body of bytes, and its answer as it came.
    func raw(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], body: [UInt8] = []
    ) async throws -> RawAnswer {
        var fields = headers
        fields[.cookie] = cookies.cookieHeader
        fields[.acceptLanguage] = "zh-Hans"
        fields[.secFetchSite] = "same-origin"
        let response = try await company.respond(
            method, path, fields, RequestBody(buffer: ByteBuffer(bytes: body)), from: address)
        return RawAnswer(status: response.status.code, headers: response.headers, bytes: try await response.bytes())
    }
}
