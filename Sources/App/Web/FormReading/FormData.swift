import NIOCore

/// Raw form values: nothing here is trimmed, normalised or validated.
struct FormData: Sendable, Hashable {
    /// Values by field name, in the order of the body; a repeated name has several values.
    var fields: [String: [String]] = [:]
    /// Files in the order of the body, without empty file inputs.
    var files: [UploadedFile] = []

    /// The first value of a field.
    subscript(name: String) -> String? { fields[name]?.first }
}

/// A file of a multipart form, held in memory.
struct UploadedFile: Sendable, Hashable {
    let field: String
    /// The last component of the browser's file name: for display, never for building a path; nil when there was none.
    let filename: String?
    /// The media type that the browser claims, unverified.
    let contentType: String?
    let bytes: ByteBuffer
}
