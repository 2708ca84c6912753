import Testing

/// What cameras and mischief put into files around the picture.
enum Fixture {
    /// Words that no kept file may have in it.
    static let secret = "GPS 31.2304N 121.4737E, Zhang San's phone"

    /// An EXIF block: the orientation, and a place that gives the photographer away.
    static func exif(_ orientation: Int, isBig: Bool = true) -> [UInt8] {
        let short = { (value: Int) in
            isBig ? [UInt8(value >> 8), UInt8(value & 255)] : [UInt8(value & 255), UInt8(value >> 8)]
        }
        let long = { (value: Int) in
            isBig ? short(value >> 16) + short(value & 0xFFFF) : short(value & 0xFFFF) + short(value >> 16)
        }
        let text = Array(secret.utf8) + [0]
        let description = short(0x010E) + short(2) + long(text.count) + long(38)
        let turning = short(0x0112) + short(3) + long(1) + short(orientation) + short(0)
        return Array((isBig ? "MM" : "II").utf8) + short(42) + long(8) + short(2) + description + turning + long(0)
            + text
    }

    /// A JPEG file with a segment after its first marker.
    static func jpeg(_ file: [UInt8], marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return file.prefix(2) + [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + content + file.dropFirst(2)
    }

    /// A PNG file with a chunk after its first.
    static func png(_ file: [UInt8], _ name: String, _ content: [UInt8]) -> [UInt8] {
        file.prefix(33) + chunk(name, content) + file.dropFirst(33)
    }

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        return big(content.count) + named + big(Int(checksum(named)))
    }

    /// A WebP file in its extended form, with more chunks after the picture.
    /// - Parameter flags: of what the file says that it has.
    static func webp(
        _ file: [UInt8], width: Int, height: Int, flags: UInt8, _ more: [(name: String, content: [UInt8])]
    ) -> [UInt8] {
        let size = { (value: Int) in Array(little(value - 1).prefix(3)) }
        var chunks = riff("VP8X", [flags, 0, 0, 0] + size(width) + size(height)) + file.dropFirst(12)
        for one in more { chunks += riff(one.name, one.content) }
        return Array("RIFF".utf8) + little(chunks.count + 4) + Array("WEBP".utf8) + chunks
    }

    private static func riff(_ name: String, _ content: [UInt8]) -> [UInt8] {
        Array(name.utf8) + little(content.count) + content + (content.count % 2 == 0 ? [] : [0])
    }

    /// The file with other numbers for width and height.
    static func jpeg(_ file: [UInt8], claiming width: Int, _ height: Int) throws -> [UInt8] {
        let at = try #require(
            file.indices.dropLast(9).first { file[$0] == 0xFF && (0xC0...0xC2).contains(file[$0 + 1]) })
        var file = file
        file.replaceSubrange(
            (at + 5)..<(at + 9),
            with: [
                UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255),
            ])
        return file
    }

    static func png(_ file: [UInt8], claiming width: Int, _ height: Int) -> [UInt8] {
        file.prefix(8) + chunk("IHDR", big(width) + big(height) + file[24..<29]) + file.dropFirst(33)
    }

    static func big(_ value: Int) -> [UInt8] { (0..<4).reversed().map { UInt8(value >> ($0 * 8) & 255) } }
    static func little(_ value: Int) -> [UInt8] { big(value).reversed() }

    /// PNG's checksum.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
