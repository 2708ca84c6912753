import CTurboJPEG

/// Turns an uploaded file into the photograph that is stored (SVC-3).
public enum ImageFile {
    /// Decodes JPEG, PNG or WebP by content, turns it upright, downsizes it, and encodes it as a new JPEG.
    ///
    /// Sizes are checked in the header before decoding. Besides the file it takes at most some 100 MB, 50 MB for a
    /// usual photograph, and up to a second: call it on a thread of its own, one at a time.
    /// - Throws: the reason for rejecting the file.
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
