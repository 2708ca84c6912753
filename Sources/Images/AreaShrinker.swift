/// Streaming downscaler by area averaging: each new pixel is the mean of the area that it covers, row by row, so that a
/// picture of 40 megapixels is never in memory as a whole.
///
/// Units are chosen so that all lengths are integers: an old pixel is as wide as the new width, a new one as the old
/// width.
struct AreaShrinker {
    private let old: PixelSize
    private let new: PixelSize
    private var across: [Float]
    private var sums: [Float]
    private var bytes: [UInt8] = []
    /// Remaining height of the row of new pixels that is being filled.
    private var room: Int

    /// - Parameter new: not empty, and neither wider nor higher than the old size.
    init(from old: PixelSize, to new: PixelSize) {
        self.old = old
        self.new = new
        across = Array(repeating: 0, count: new.width * Pixels.channels)
        sums = across
        bytes.reserveCapacity(new.count * Pixels.channels)
        room = old.height
    }

    /// The new picture, once all rows were added.
    var pixels: Pixels { Pixels(size: new, bytes: bytes) }

    /// Adds the next row of the old picture.
    mutating func add(_ row: UnsafeBufferPointer<UInt8>) {
        guard row.count == old.width * Pixels.channels, bytes.count < new.count * Pixels.channels else { return }
        shrinkAcross(row)
        var part = new.height
        if part >= room {
            sumUp(room)
            emit()
            part -= room
            room = old.height
        }
        if part > 0 { sumUp(part) }
        room -= part
    }

    /// Shrinks one row horizontally; its height is still that of an old pixel.
    private mutating func shrinkAcross(_ row: UnsafeBufferPointer<UInt8>) {
        let (width, part) = (old.width, new.width)
        across.withUnsafeMutableBufferPointer { across in
            across.update(repeating: 0)
            var (from, to, room) = (0, 0, width)
            for _ in 0..<width {
                let (red, green, blue) = (Float(row[from]), Float(row[from + 1]), Float(row[from + 2]))
                from += 3
                var weight = part
                if weight >= room {
                    let share = Float(room)
                    across[to] += red * share
                    across[to + 1] += green * share
                    across[to + 2] += blue * share
                    to += 3
                    weight -= room
                    room = width
                }
                guard weight > 0 else { continue }
                let share = Float(weight)
                across[to] += red * share
                across[to + 1] += green * share
                across[to + 2] += blue * share
                room -= weight
            }
        }
    }

    private mutating func sumUp(_ weight: Int) {
        let share = Float(weight)
        for index in sums.indices { sums[index] += across[index] * share }
    }

    private mutating func emit() {
        let area = Float(old.width) * Float(old.height)
        for index in sums.indices {
            bytes.append(UInt8(max(0, min(255, sums[index] / area + 0.5))))
            sums[index] = 0
        }
    }
}
