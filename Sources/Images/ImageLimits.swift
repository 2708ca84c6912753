/// What is read of a photograph and what is made of it (SVC-3); sizes are in pixels unless said otherwise.
public struct ImageLimits: Sendable {
    public var bytes = 10 << 20
    public var pixels = 40_000_000
    public var side = 16_384
    /// What a decoder may keep besides its result, in bytes: some ways of storing a picture need all of it at once.
    public var workingBytes = 48 << 20
    /// Passes over one picture; cameras need ten, a file made to keep us busy has hundreds.
    public var scans = 32
    /// The long side of what is kept, and of its thumbnail.
    public var keptSide = 2_560
    public var thumbnailSide = 320
    /// JPEG's, from 1 to 100.
    public var quality = 82

    public init() {}

    /// - Throws: `empty` or `tooManyPixels`; called with what the header says, before anything is decoded.
    func check(_ size: PixelSize) throws(ImageProblem) {
        guard size.width > 0, size.height > 0 else { throw .empty }
        guard size.width <= side, size.height <= side, size.width * size.height <= pixels else {
            throw .tooManyPixels
        }
    }
}
