/// A bitmap in memory: three bytes per pixel (RGB), row by row from the top.
struct Pixels: Sendable, Hashable {
    static let channels = 3

    let size: PixelSize
    let bytes: [UInt8]

    var rowBytes: Int { size.width * Self.channels }

    /// The picture turned upright.
    func turned(_ orientation: Orientation) -> Pixels {
        guard orientation != .upright else { return self }
        let (width, height) = (size.width, size.height)
        let walk = Walk(orientation, size)
        let target = orientation.isSideways ? PixelSize(width: height, height: width) : size
        let turned = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            var to = 0
            for y in 0..<target.height {
                for x in 0..<target.width {
                    let from = (walk.begin + x * walk.right + y * walk.down) * Self.channels
                    for channel in 0..<Self.channels {
                        buffer[to] = bytes[from + channel]
                        to += 1
                    }
                }
            }
            count = to
        }
        return Pixels(size: target, bytes: turned)
    }

    /// The picture downsized until its long side fits.
    func fitting(_ side: Int) -> Pixels {
        let target = size.fitting(side)
        guard target != size else { return self }
        var shrinker = AreaShrinker(from: size, to: target)
        bytes.withUnsafeBufferPointer { all in
            for row in 0..<size.height {
                shrinker.add(UnsafeBufferPointer(rebasing: all[(row * rowBytes)..<((row + 1) * rowBytes)]))
            }
        }
        return shrinker.pixels
    }

    /// Index of the upright picture's first pixel in the stored one, and the steps to its neighbours.
    private struct Walk {
        let begin, right, down: Int

        init(_ orientation: Orientation, _ size: PixelSize) {
            let (row, last, bottom) = (size.width, size.count - 1, size.count - size.width)
            (begin, right, down) =
                switch orientation {
                case .upright: (0, 1, row)
                case .mirrored: (row - 1, -1, row)
                case .upsideDown: (last, -1, -row)
                case .flipped: (bottom, 1, -row)
                case .transposed: (0, row, 1)
                case .turnedRight: (bottom, -row, 1)
                case .transversed: (last, -row, -1)
                case .turnedLeft: (row - 1, row, -1)
                }
        }
    }
}
