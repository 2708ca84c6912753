/// A photograph as stored: re-encoded from pixels, upright, without metadata.
public struct KeptImage: Sendable, Hashable {
    /// JPEG.
    public let file: [UInt8]
    public let width: Int
    public let height: Int
    /// JPEG, 320 pixels on its long side.
    public let thumbnail: [UInt8]
}
