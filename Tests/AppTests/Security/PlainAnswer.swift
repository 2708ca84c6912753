import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import App

extension TestCompany {
    /// One request and its answer, whatever the status: for tests in which a refusal or an error is the right answer.
    /// - Parameter headers: added to those of a browser that is on one of our own pages, or replacing them.
    func answer(
        _ method: HTTPRequest.Method, _ path: String, cookies: [String: String] = [:], _ headers: HTTPFields = [:],
        body: String? = nil, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) async throws -> ShownPage {
        var fields = HTTPFields.ownPage
        if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        let buffer = ByteBuffer(string: body ?? "")
        if body != nil {
            fields[.contentType] = "application/x-www-form-urlencoded"
            fields[.contentLength] = String(buffer.readableBytes)
        }
        for field in headers { fields[field.name] = field.value.isEmpty ? nil : field.value }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "127.0.0.1:8080", path: path, headerFields: fields)
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: "192.0.2.1", port: 50_000)
        let context = AppContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
        let response = try await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: buffer)), context: context)
        let text = AnswerText()
        try await response.body.write(text)
        return ShownPage(path: path, status: response.status.code, headers: response.headers, html: text.text)
    }
}

extension HTTPFields {
    /// What a browser says when a page of ours sends something.
    static var ownPage: HTTPFields { [.secFetchSite: "same-origin"] }
}

extension HTTPField.Name {
    static var secFetchSite: HTTPField.Name {
        guard let name = HTTPField.Name("Sec-Fetch-Site") else { preconditionFailure("a name of a header") }
        return name
    }
}

private final class AnswerText: ResponseBodyWriter {
    private let buffer = Mutex(ByteBuffer())
    var text: String { buffer.withLock { String(buffer: $0) } }

    func write(_ part: ByteBuffer) async throws { buffer.withLock { _ = $0.writeImmutableBuffer(part) } }
    func finish(_ trailers: HTTPFields?) async throws {}
}
