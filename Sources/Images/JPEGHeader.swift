/// Parses the markers of a whole JPEG file before decoding.
struct JPEGHeader: Sendable {
    let size: PixelSize
    private(set) var orientation = Orientation.upright
    /// Number of scans.
    private(set) var scans = 0
    /// End of the picture; anything appended after it is ignored.
    private(set) var end = 0
    private let frame: Frame

    /// The start-of-frame segment: components and their subsampling.
    private struct Frame: Sendable {
        let isProgressive: Bool
        /// Sampling factors per component, horizontal and vertical.
        let sampling: [(across: Int, down: Int)]
        let size: PixelSize
    }

    /// - Throws: `truncated`, `broken`, or `unusual`.
    init(_ bytes: FileBytes) throws(ImageProblem) {
        var frame: Frame?
        var at = 2
        while true {
            let marker = try Self.nextMarker(bytes, &at)
            if Self.standsAlone(marker) { continue }
            if marker == Self.endOfImage { break }
            guard let length = bytes.big16(at), length >= 2, at + length <= bytes.count else { throw .truncated }
            let (begin, next) = (at + 2, at + length)
            at = next
            switch marker {
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
                guard frame == nil else { throw .broken }
                frame = try Self.frame(bytes, marker, begin, next)
            case 0xDA:
                scans += 1
                Self.skipCodedData(bytes, &at)
            case 0xE1 where bytes.has("Exif\0\0", at: begin):
                orientation = Orientation(exif: bytes, at: begin + 6, end: next)
            default:
                continue
            }
        }
        guard let frame, scans > 0 else { throw .broken }
        self.frame = frame
        size = frame.size
        end = at
    }

    /// Working memory of a decoder, in bytes, for a progressive or non-interleaved picture.
    var workingBytes: Int {
        guard frame.isProgressive || scans > 1 else { return 0 }
        let widest = frame.sampling.map(\.across).max() ?? 1
        let highest = frame.sampling.map(\.down).max() ?? 1
        let samples = frame.sampling.map { part in
            (size.width * part.across / widest + 16) * (size.height * part.down / highest + 16)
        }
        return samples.reduce(0, +) * 2
    }

    private static let endOfImage = 0xD9

    /// Moves past the next marker, skipping any bytes between two segments.
    private static func nextMarker(_ bytes: FileBytes, _ at: inout Int) throws(ImageProblem) -> Int {
        while let byte = bytes.byte(at) {
            at += 1
            guard byte == 0xFF, let marker = bytes.byte(at), marker != 0xFF, marker != 0 else { continue }
            at += 1
            return marker
        }
        throw .truncated
    }

    /// Moves to the marker that ends a scan's entropy-coded data.
    private static func skipCodedData(_ bytes: FileBytes, _ at: inout Int) {
        let all = bytes.all
        while at < all.count - 1 {
            if all[at] == 0xFF, all[at + 1] != 0, all[at + 1] != 0xFF, !(0xD0...0xD7).contains(all[at + 1]) { return }
            at += 1
        }
        at = all.count
    }

    private static func standsAlone(_ marker: Int) -> Bool { marker == 0x01 || (0xD0...0xD8).contains(marker) }

    private static func frame(
        _ bytes: FileBytes, _ marker: Int, _ begin: Int, _ end: Int
    ) throws(ImageProblem) -> Frame {
        guard let depth = bytes.byte(begin), let height = bytes.big16(begin + 1),
            let width = bytes.big16(begin + 3), let count = bytes.byte(begin + 5)
        else { throw .truncated }
        guard [0xC0, 0xC1, 0xC2].contains(marker), depth == 8, count == 1 || count == 3 else { throw .unusual }
        guard begin + 6 + count * 3 <= end else { throw .broken }
        var sampling: [(across: Int, down: Int)] = []
        for component in 0..<count {
            guard let factors = bytes.byte(begin + 7 + component * 3) else { throw .truncated }
            let (across, down) = (factors >> 4, factors & 15)
            guard (1...4).contains(across), (1...4).contains(down) else { throw .broken }
            sampling.append((across, down))
        }
        return Frame(
            isProgressive: marker == 0xC2, sampling: sampling, size: PixelSize(width: width, height: height))
    }
}
