import HTTPTypes
import Hummingbird

/// Reads submitted forms, urlencoded or multipart, within limits: no input makes it trap, guess or wait for ever.
struct FormReader: Sendable {
    let limits: FormLimits

    init(limits: FormLimits = FormLimits()) { self.limits = limits }

    /// The submitted form; empty when the request has no body.
    func read(_ request: Request) async throws(FormProblem) -> FormData {
        switch try FormType(request.headers) {
        case .nothing:
            return FormData()
        case .urlEncoded:
            return FormData(fields: try UrlEncodedForm.parse(try await bytes(of: request), limits: limits))
        case .multipart(let boundary):
            let collector = MultipartFormCollector(limits: limits)
            return try await read(request, boundary: boundary, into: collector).form
        }
    }

    /// The raw body of a urlencoded form, within the limits of size and pace.
    func bytes(of request: Request) async throws(FormProblem) -> [UInt8] {
        let reading = BodyReading(mostBytes: limits.urlEncodedBytes, pace: limits.pace)
        return try await reading.read(
            request.body, expected: contentLength(of: request), into: UrlEncodedCollector()
        ).body
    }

    /// Streams the parts of a multipart form to a receiver, and returns it at the end.
    func readParts<Receiver: MultipartReceiver>(
        _ request: Request, into receiver: Receiver
    ) async throws(FormProblem) -> Receiver {
        switch try FormType(request.headers) {
        case .nothing, .urlEncoded: throw .unsupportedType
        case .multipart(let boundary): return try await read(request, boundary: boundary, into: receiver)
        }
    }

    private func read<Receiver: MultipartReceiver>(
        _ request: Request, boundary: String, into receiver: Receiver
    ) async throws(FormProblem) -> Receiver {
        guard let parser = MultipartFormParser(boundary: boundary, limits: limits) else { throw .malformed }
        let reading = BodyReading(mostBytes: limits.multipartBytes, pace: limits.pace)
        return try await reading.read(
            request.body, expected: contentLength(of: request),
            into: MultipartConsumer(parser: parser, receiver: receiver)
        ).receiver
    }

    private func contentLength(of request: Request) -> Int? {
        request.headers[.contentLength].flatMap { Int($0) }
    }
}

/// The encoding of a form, by its Content-Type.
enum FormType: Hashable {
    case nothing, urlEncoded
    case multipart(boundary: String)

    init(_ headers: HTTPFields) throws(FormProblem) {
        let encoding = headers[.contentEncoding]?.lowercased() ?? "identity"
        guard encoding == "identity" else { throw .unsupportedType }
        guard let written = headers[.contentType] else {
            let length = headers[.contentLength] ?? "0"
            guard length == "0", headers[.transferEncoding] == nil else { throw .unsupportedType }
            self = .nothing
            return
        }
        guard let type = HeaderValue(written.utf8),
            type.parameters["charset", default: "utf-8"].lowercased() == "utf-8"
        else { throw .unsupportedType }
        switch type.main {
        case "application/x-www-form-urlencoded":
            self = .urlEncoded
        case "multipart/form-data":
            guard let boundary = type.parameters["boundary"] else { throw .malformed }
            self = .multipart(boundary: boundary)
        default:
            throw .unsupportedType
        }
    }
}
