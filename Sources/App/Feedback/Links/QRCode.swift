import CQRencode

/// QR code as an SVG path, one unit per module, with the quiet zone that scanners need.
struct QRCode: Sendable, Hashable {
    /// Width and height in modules.
    let side: Int
    /// Dark modules as horizontal runs: `M4 4h7v1h-7z…`.
    let path: String

    /// Quiet zone in modules, on every side.
    private static let quiet = 4

    /// - Returns: nil for a text that is too long for a QR code.
    init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        var path = ""
        for y in 0..<width {
            var x = 0
            while x < width {
                // The lowest bit is set for a dark module.
                guard data[y * width + x] & 1 == 1 else {
                    x += 1
                    continue
                }
                var end = x
                while end < width, data[y * width + end] & 1 == 1 { end += 1 }
                path += "M\(x + Self.quiet) \(y + Self.quiet)h\(end - x)v1h-\(end - x)z"
                x = end
            }
        }
        self.path = path
        side = width + 2 * Self.quiet
    }
}
