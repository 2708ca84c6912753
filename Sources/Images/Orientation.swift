/// EXIF orientation; the raw values are EXIF's.
enum Orientation: Int, Sendable, CaseIterable {
    case upright = 1
    case mirrored, upsideDown, flipped, transposed, turnedRight, transversed, turnedLeft

    /// Whether width and height are swapped.
    var isSideways: Bool {
        switch self {
        case .upright, .mirrored, .upsideDown, .flipped: false
        case .transposed, .turnedRight, .transversed, .turnedLeft: true
        }
    }

    /// The orientation in an EXIF block; upright when it has none, or cannot be parsed.
    /// - Parameter start: offset of the block's TIFF header.
    init(exif bytes: FileBytes, at start: Int, end: Int) {
        self = Self.stated(bytes, start, min(end, bytes.count)) ?? .upright
    }

    /// Reads the first directory only, so that no chain of offsets is followed.
    private static func stated(_ bytes: FileBytes, _ start: Int, _ end: Int) -> Orientation? {
        let isBig = bytes.has("MM", at: start)
        guard isBig || bytes.has("II", at: start) else { return nil }
        let short = { (at: Int) in at + 2 <= end ? (isBig ? bytes.big16(at) : bytes.little16(at)) : nil }
        let long = { (at: Int) in at + 4 <= end ? (isBig ? bytes.big32(at) : bytes.little32(at)) : nil }
        guard short(start + 2) == 42, let offset = long(start + 4), let entries = short(start + offset) else {
            return nil
        }
        for entry in 0..<min(entries, 200) {
            let at = start + offset + 2 + entry * 12
            guard let tag = short(at) else { return nil }
            if tag == 0x0112, short(at + 2) == 3 { return short(at + 8).flatMap(Orientation.init(rawValue:)) }
        }
        return nil
    }
}
