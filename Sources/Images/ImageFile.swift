import CTurboJPEG

/// The way from a file that somebody sent to the photograph that is kept (SVC-3).
public enum ImageFile {
    /// Decodes a JPEG, PNG or WebP file by its content, turns it upright, makes it smaller, and writes it anew as JPEG.
    ///
    /// Sizes are taken from the header before anything is decoded. Besides the file it takes some 100 MB at the very
    /// most and 50 MB for a usual photograph, and a second at the most: call it on a thread of its own, one at a time.
    /// - Throws: the reason why it is not taken.
    public static func read(_ bytes: [UInt8], limits: ImageLimits = ImageLimits()) throws(ImageProblem) -> KeptImage {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes }
        defer { huifang_give_memory_back() }
        let pixels = try upright(FileBytes(all: bytes), limits)
        return KeptImage(
            file: try JPEGEncoder.encode(pixels, quality: limits.quality), width: pixels.size.width,
            height: pixels.size.height,
            thumbnail: try JPEGEncoder.encode(pixels.fitting(limits.thumbnailSide), quality: limits.quality))
    }

    private static func upright(_ bytes: FileBytes, _ limits: ImageLimits) throws(ImageProblem) -> Pixels {
        guard let kind = ImageKind(bytes) else { throw .notAPhotograph }
        let (pixels, orientation) =
            switch kind {
            case .jpeg: try JPEGDecoder(limits: limits).decode(bytes)
            case .png: try PNGDecoder(limits: limits).decode(bytes)
            case .webp: try WebPDecoder(limits: limits).decode(bytes)
            }
        return pixels.turned(orientation)
    }
}
