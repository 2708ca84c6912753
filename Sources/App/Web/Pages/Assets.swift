import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The static files of `Public/`, loaded at start and served under content-hashed names with a cache lifetime of a
/// year.
struct Assets: Sendable {
    private let files: [String: File]
    private let paths: [String: String]

    private struct File: Sendable {
        let type: String
        let body: ByteBuffer
        /// Gzipped once at start; nil when that saves nothing.
        let gzipped: ByteBuffer?

        init(type: String, bytes: [UInt8]) {
            self.type = type
            body = ByteBuffer(bytes: bytes)
            gzipped =
                type.hasPrefix("image/") && type != "image/svg+xml" ? nil : Gzip.compress(bytes).map(ByteBuffer.init)
        }
    }

    /// Loads a folder recursively; names that begin with a dot are skipped.
    /// - Parameter hash: a hexadecimal digest of a file, of which 12 digits are used.
    /// - Throws: `AssetProblem` for an unknown file type, a missing reference, or circular references; an error of the
    ///   file system.
    init(directory: URL, hash: @escaping @Sendable ([UInt8]) -> String = ContentHash.hexadecimal) throws {
        var sources: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: directory.path) {
            let url = directory.appending(path: name)
            let isFile = try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
            if !isFile || name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            sources[name] = Array(try Data(contentsOf: url))
        }
        try self.init(sources: sources, hash: hash)
    }

    /// - Parameter sources: contents by name, such as `icons/phone.svg`.
    init(sources: [String: [UInt8]], hash: @escaping @Sendable ([UInt8]) -> String = ContentHash.hexadecimal)
        throws(AssetProblem)
    {
        var naming = AssetNaming(sources: sources, hash: hash)
        for name in sources.keys.sorted() { _ = try naming.path(of: name) }
        var files: [String: File] = [:]
        for (name, path) in naming.paths {
            guard let type = Self.type(of: name) else { throw .unknownType(file: name) }
            files[path] = File(type: type, bytes: naming.contents[name] ?? [])
        }
        self.files = files
        paths = naming.paths
    }

    /// The hashed path of a file; for an unknown file, a path that answers 404.
    func path(of name: String) -> String { paths[name] ?? "/assets/" + name }

    /// The names of all files, in order.
    var names: [String] { paths.keys.sorted() }

    /// The answer to a GET or HEAD of an asset; nil when the path is not one.
    func response(to request: Request) -> Response? {
        let isHead = request.method == .head
        guard request.method == .get || isHead, let file = files[Self.path(of: request)] else { return nil }
        let gzipped = Self.acceptsGzip(request) ? file.gzipped : nil
        let body = gzipped ?? file.body
        var headers: HTTPFields = [
            .contentType: file.type,
            .contentLength: String(body.readableBytes),
            .cacheControl: "public, max-age=31536000, immutable",
        ]
        if file.gzipped != nil { headers[.vary] = "Accept-Encoding" }
        if gzipped != nil { headers[.contentEncoding] = "gzip" }
        return Response(
            status: .ok, headers: headers, body: isHead ? ResponseBody() : ResponseBody(byteBuffer: body))
    }

    /// Whether `Accept-Encoding` has gzip, and not with q=0.
    private static func acceptsGzip(_ request: Request) -> Bool {
        (request.headers[.acceptEncoding] ?? "").lowercased().split(separator: ",").contains { coding in
            coding.filter { $0 != " " }.wholeMatch(of: /gzip(;q=(1(\.0*)?|0\.\d*[1-9]\d*))?/) != nil
        }
    }

    private static func path(of request: Request) -> String {
        String((request.head.path ?? "").prefix { $0 != "?" && $0 != "#" })
    }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last?.lowercased() {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg": "image/jpeg"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        case "webmanifest": "application/manifest+json"
        case "txt": "text/plain; charset=utf-8"
        default: nil
        }
    }
}

/// What is wrong with the files of `Public/`; found at start, never while serving.
enum AssetProblem: Error, Hashable, CustomStringConvertible {
    case unknownType(file: String)
    case missing(reference: String, in: String)
    case circle([String])

    var description: String {
        switch self {
        case .unknownType(let file): "Public/\(file) has an extension that no content type is known for."
        case .missing(let reference, let file): "Public/\(file) names \(reference), which is not there."
        case .circle(let files): "These files in Public name each other in a circle: \(files.joined(separator: ", "))."
        }
    }
}

/// FNV-1a, 64 bits: tells versions of our own files apart; not cryptographic.
enum ContentHash {
    @Sendable static func hexadecimal(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    }
}
