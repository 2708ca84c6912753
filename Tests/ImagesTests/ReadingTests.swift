import CTurboJPEG
import Testing

@testable import Images

/// Photographs as people send them, and what is kept of them.
struct ReadingTests {
    static let kinds = ["jpeg", "png", "webp"]

    /// A file of a kind that says how it has to be turned.
    private static func file(_ kind: String, _ picture: Picture, orientation: Int, isBig: Bool) throws -> [UInt8] {
        let (stored, exif) = (picture.stored(orientation), Fixture.exif(orientation, isBig: isBig))
        switch kind {
        case "jpeg": return Fixture.jpeg(try stored.jpeg(), marker: 0xE1, Array("Exif\0\0".utf8) + exif)
        case "png": return Fixture.png(try stored.png(), "eXIf", exif)
        default:
            return Fixture.webp(
                try stored.webp(), width: stored.width, height: stored.height, flags: 8, [("EXIF", exif)])
        }
    }

    @Test("a photograph stands upright, however the camera was held", arguments: kinds, 1...8)
    func orientation(_ kind: String, _ orientation: Int) throws {
        for isBig in [true, false] {
            let file = try Self.file(kind, .quarters(120, 80), orientation: orientation, isBig: isBig)
            let kept = try ImageFile.read(file)
            #expect((kept.width, kept.height) == (120, 80))
            #expect(try Picture(jpeg: kept.file).standsUpright)
        }
    }

    @Test(
        "nothing but the picture is kept: no place, no name, no words, nothing that stood behind it", arguments: kinds)
    func metadata(_ kind: String) throws {
        let secret = Array(Fixture.secret.utf8)
        var file = try Self.file(kind, .quarters(120, 80), orientation: 6, isBig: true)
        if kind == "jpeg" { file = Fixture.jpeg(file, marker: 0xFE, secret) }
        if kind == "png" { file = Fixture.png(file, "tEXt", Array("Comment\0".utf8) + secret) }
        file += Array("PK\u{3}\u{4}<html><script>alert(1)</script>".utf8) + secret
        let kept = try ImageFile.read(file)
        for bytes in [kept.file, kept.thumbnail] {
            for words in [Fixture.secret, "Exif", "GPS", "script", "PK\u{3}\u{4}"] {
                #expect(bytes.firstRange(of: Array(words.utf8)) == nil, "\(words)")
            }
        }
    }

    @Test("what is kept is at most 2,560 pixels long and its thumbnail 320, in proportion", arguments: kinds)
    func sizes(_ kind: String) throws {
        let picture = Picture.quarters(4_000, 1_000)
        let kept = try ImageFile.read(try Self.file(kind, picture, orientation: 1, isBig: true))
        #expect((kept.width, kept.height) == (2_560, 640))
        #expect(try Picture(jpeg: kept.file).standsUpright)
        let thumbnail = try Picture(jpeg: kept.thumbnail)
        #expect((thumbnail.width, thumbnail.height) == (320, 80))
        #expect(thumbnail.standsUpright)
    }

    @Test("a small photograph is not made larger, and a long thin one keeps at least one pixel")
    func smallAndThin() throws {
        let small = try ImageFile.read(try Picture.quarters(3, 2).jpeg())
        #expect((small.width, small.height) == (3, 2))
        let thin = try ImageFile.read(try Picture.quarters(16_000, 2).png())
        #expect((thin.width, thin.height) == (2_560, 1))
    }

    @Test("every usual variety is read: progressive, full colours, interlaced, lossless")
    func varieties() throws {
        let picture = Picture.quarters(300, 200)
        let files = [
            try picture.jpeg(isProgressive: true), try picture.jpeg(sampling: TJSAMP_444),
            try picture.png(isInterlaced: true), try picture.png(opacity: 255),
            try picture.webp(isLossless: true), try picture.webp(opacity: 255),
        ]
        for file in files {
            let kept = try ImageFile.read(file)
            #expect((kept.width, kept.height) == (300, 200))
            #expect(try Picture(jpeg: kept.file).standsUpright)
        }
        let grey = try ImageFile.read(try picture.jpeg(sampling: TJSAMP_GRAY))
        #expect(grey.width == 300)
    }

    @Test("what is transparent stands on white")
    func transparency() throws {
        let picture = Picture(width: 40, height: 40) { _, _ in [0, 0, 0] }
        for file in [
            try picture.png(opacity: 0), try picture.png(isInterlaced: true, opacity: 0), try picture.webp(opacity: 0),
        ] {
            let kept = try Picture(jpeg: try ImageFile.read(file).file)
            #expect(kept.colour(20, 20).allSatisfy { $0 > 250 })
        }
    }

    @Test("a shrunk picture is the mean of what it covers")
    func means() {
        let size = PixelSize(width: 5, height: 3)
        let bytes: [UInt8] = (0..<15).flatMap { [UInt8($0 * 10), UInt8(100), UInt8(255)] }
        let pixels = Pixels(size: size, bytes: bytes).fitting(1)
        #expect(pixels.size == PixelSize(width: 1, height: 1))
        #expect(pixels.bytes == [70, 100, 255])
        let half = Pixels(size: PixelSize(width: 3, height: 1), bytes: [0, 0, 0, 90, 90, 90, 180, 180, 180]).fitting(2)
        #expect(half.bytes == [30, 30, 30, 150, 150, 150])
    }
}
