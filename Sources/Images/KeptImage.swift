/// A photograph as it is kept: made anew from the pixels of what was sent, upright, and with nothing else in it.
public struct KeptImage: Sendable, Hashable {
    /// JPEG.
    public let file: [UInt8]
    public let width: Int
    public let height: Int
    /// JPEG, 320 pixels on its long side.
    public let thumbnail: [UInt8]
}
