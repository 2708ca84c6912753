import HTTPTypes
import Hummingbird
import NIOCore

/// Streams a stored file, so that it is never in memory as a whole.
enum StoredFile {
    private static let piece = 64 << 10

    /// Cached with revalidation: the browser asks each time, so after a sign-out or a lock nothing opens from its
    /// cache.
    /// - Parameter tag: the ETag, which changes with the file; a match is answered with 304.
    /// - Throws: `Refusal.notFound` when the file is missing.
    static func answer(_ file: DiskFile, type: String, tag: String, to request: Request) throws -> Response {
        let quoted = "\"\(tag)\""
        var headers: HTTPFields = [
            .contentType: type, .eTag: quoted, .cacheControl: "private, no-cache", .acceptRanges: "none",
            .contentSecurityPolicy: "default-src 'none'; sandbox", .xContentTypeOptions: "nosniff",
        ]
        if request.headers[.ifNoneMatch] == quoted { return Response(status: .notModified, headers: headers) }
        let size = try file.size()
        headers[.contentLength] = String(size)
        let body = ResponseBody(contentLength: size) { writer in
            while true {
                let bytes = try file.read(atMost: piece)
                if bytes.isEmpty { break }
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}
