/// Limits of uploaded photographs, and the sizes of stored ones (SVC-3); in pixels unless stated otherwise.
public struct ImageLimits: Sendable {
    public var bytes = 10 << 20
    public var pixels = 40_000_000
    public var side = 16_384
    /// Maximum bytes of a decoder's working memory besides its result: some formats need the whole picture at once.
    public var workingBytes = 48 << 20
    /// Maximum scans of a progressive JPEG; cameras need ten, a malicious file has hundreds.
    public var scans = 32
    /// Long side of the stored picture, and of its thumbnail.
    public var keptSide = 2_560
    public var thumbnailSide = 320
    /// JPEG quality, from 1 to 100.
    public var quality = 82

    public init() {}

    /// Checks the header's size before decoding.
    /// - Throws: `empty` or `tooManyPixels`.
    func check(_ size: PixelSize) throws(ImageProblem) {
        guard size.width > 0, size.height > 0 else { throw .empty }
        guard size.width <= side, size.height <= side, size.width * size.height <= pixels else {
            throw .tooManyPixels
        }
    }
}
