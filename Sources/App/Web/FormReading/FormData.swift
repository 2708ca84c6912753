import NIOCore

/// What a person submitted, as typed: nothing here is trimmed, normalised or checked against a form.
struct FormData: Sendable, Hashable {
    /// Values by field name, in the order of the body; a repeated name has several.
    var fields: [String: [String]] = [:]
    /// Files in the order of the body; empty file inputs are left out.
    var files: [UploadedFile] = []

    /// The first value of a field.
    subscript(name: String) -> String? { fields[name]?.first }
}

/// A file of a multipart form, held in memory.
struct UploadedFile: Sendable, Hashable {
    let field: String
    /// The last part of the name the browser gave, fit to show, never to build a path with; nil when it had none.
    let filename: String?
    /// The type that the browser claims, which proves nothing.
    let contentType: String?
    let bytes: ByteBuffer
}
