import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

@testable import App

extension TestCompany {
    /// One request and its answer, whatever the status: for tests in which a refusal or an error is the right answer.
    /// - Parameter headers: added to those of a browser that is on one of our own pages, or replacing them.
    func answer(
        _ method: HTTPRequest.Method, _ path: String, cookies: [String: String] = [:], _ headers: HTTPFields = [:],
        body: String? = nil, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) async throws -> ShownPage {
        var fields = HTTPFields.ownPage
        if !cookies.isEmpty { fields[.cookie] = cookies.cookieHeader }
        let buffer = ByteBuffer(string: body ?? "")
        if body != nil {
            fields[.contentType] = "application/x-www-form-urlencoded"
            fields[.contentLength] = String(buffer.readableBytes)
        }
        for field in headers { fields[field.name] = field.value.isEmpty ? nil : field.value }
        let response = try await respond(method, path, fields, RequestBody(buffer: buffer), logger: logger)
        return ShownPage(
            path: path, status: response.status.code, headers: response.headers, html: try await response.text())
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
