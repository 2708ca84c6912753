/// Width and height in pixels.
struct PixelSize: Sendable, Hashable {
    let width: Int
    let height: Int

    var count: Int { width * height }

    /// The size scaled down in proportion until its long side fits; never larger, never zero.
    func fitting(_ side: Int) -> PixelSize {
        let long = max(width, height)
        guard long > side, long > 0 else { return self }
        let scaled = { (length: Int) in max(1, (length * side + long / 2) / long) }
        return PixelSize(width: scaled(width), height: scaled(height))
    }
}
