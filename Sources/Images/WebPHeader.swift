/// Parses the chunks of a WebP file before decoding.
struct WebPHeader: Sendable {
    private(set) var orientation = Orientation.upright
    private(set) var isAnimated = false

    /// - Throws: `truncated` or `broken`.
    init(_ bytes: FileBytes) throws(ImageProblem) {
        guard let length = bytes.little32(4) else { throw .truncated }
        let end = length + 8
        guard end <= bytes.count else { throw .truncated }
        var at = 12
        while at + 8 <= end, let size = bytes.little32(at + 4) {
            guard at + 8 + size <= end else { throw .broken }
            if bytes.has("ANIM", at: at) || bytes.has("ANMF", at: at) { isAnimated = true }
            if bytes.has("EXIF", at: at) {
                // Some encoders put JPEG's prefix before the EXIF block.
                let begin = at + 8 + (bytes.has("Exif\0\0", at: at + 8) ? 6 : 0)
                orientation = Orientation(exif: bytes, at: begin, end: at + 8 + size)
            }
            at += 8 + size + size % 2
        }
    }
}
