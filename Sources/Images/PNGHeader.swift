/// Parses all chunks of a PNG file before decoding.
struct PNGHeader: Sendable {
    let size: PixelSize
    let isInterlaced: Bool
    /// Whether it may have transparent pixels.
    private(set) var hasAlpha: Bool
    private(set) var orientation = Orientation.upright

    /// - Throws: `truncated`, `broken`, or `animated`.
    init(_ bytes: FileBytes) throws(ImageProblem) {
        guard bytes.has("IHDR", at: 12), bytes.big32(8) == 13, let width = bytes.big32(16),
            let height = bytes.big32(20), let colours = bytes.byte(25), let interlacing = bytes.byte(28)
        else { throw bytes.count < 33 ? .truncated : .broken }
        size = PixelSize(width: width, height: height)
        isInterlaced = interlacing != 0
        hasAlpha = colours & 4 != 0
        var at = 33
        while !bytes.has("IEND", at: at + 4) {
            guard let length = bytes.big32(at), at + 12 + length <= bytes.count else { throw .truncated }
            if bytes.has("acTL", at: at + 4) { throw .animated }
            if bytes.has("tRNS", at: at + 4) { hasAlpha = true }
            if bytes.has("eXIf", at: at + 4) {
                orientation = Orientation(exif: bytes, at: at + 8, end: at + 8 + length)
            }
            at += 12 + length
        }
    }

    var channels: Int { hasAlpha ? 4 : 3 }
    /// Working memory of a decoder, in bytes: an interlaced picture comes in seven passes over all of it.
    var workingBytes: Int { isInterlaced ? size.count * channels : 0 }
}
