import Foundation
import Testing

@testable import Images

/// Files that were made to harm: each is refused with a reason, for under a second of work, and nothing stops (SVC-3).
struct HostileTests {
    /// What becomes of a file, and for how much work: the CPU time of this thread, since others use the machine, too.
    private static func outcome(_ file: [UInt8]) -> Result<KeptImage, ImageProblem> {
        let begin = workOfThisThread()
        defer { #expect(workOfThisThread() - begin < 1_000_000_000) }
        return Result { () throws(ImageProblem) in try ImageFile.read(file) }
    }

    /// Nanoseconds that this thread has used.
    private static func workOfThisThread() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// What a file is refused with; nil when it was taken.
    private static func problem(_ file: [UInt8]) -> ImageProblem? {
        switch outcome(file) {
        case .success: nil
        case .failure(let problem): problem
        }
    }

    @Test(
        "what is no photograph is none under any name",
        arguments: [
            "", "\u{FF}", "<html><script>alert(1)</script></html>", "GIF89a\u{1}\0\u{1}\0", "PK\u{3}\u{4}archive.zip",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "%PDF-1.7", "RIFF\0\0\0\0WAVE", "BM",
        ])
    func notPhotographs(_ text: String) {
        #expect(Self.problem(Array(text.utf8)) == .notAPhotograph)
    }

    @Test("sizes are read from the header, and a bomb is refused before it is decoded")
    func bombs() throws {
        let picture = Picture.quarters(64, 64)
        let (jpeg, png) = (try picture.jpeg(), try picture.png())
        #expect(Self.problem(try Fixture.jpeg(jpeg, claiming: 65_000, 65_000)) == .tooManyPixels)
        #expect(Self.problem(try Fixture.jpeg(jpeg, claiming: 8_000, 5_001)) == .tooManyPixels)
        #expect(Self.problem(Fixture.png(png, claiming: 0x7FFF_FFFF, 0x7FFF_FFFF)) == .tooManyPixels)
        #expect(Self.problem(Fixture.png(png, claiming: 30_000_000, 1)) == .tooManyPixels)
        #expect(Self.problem(Fixture.png(png, claiming: 0, 64)) == .empty)
        #expect(Self.problem(try Fixture.jpeg(jpeg, claiming: 64, 0)) == .empty)
        #expect(Self.problem(Array(repeating: 0xFF, count: 10 << 20 + 1)) == .tooManyBytes)
        var webp = try picture.webp()
        webp.replaceSubrange(26..<30, with: [0xFF, 0x3F, 0xFF, 0x3F])
        #expect(Self.problem(webp) == .tooManyPixels)
    }

    @Test("what would need all of a large picture in memory at once is refused")
    func complexity() throws {
        let picture = Picture.quarters(64, 64)
        let progressive = try picture.jpeg(isProgressive: true)
        #expect(Self.problem(try Fixture.jpeg(progressive, claiming: 8_000, 5_000)) == .tooComplex)
        #expect(Self.problem(Fixture.png(try picture.png(isInterlaced: true), claiming: 7_000, 5_000)) == .tooComplex)
        var lossless = try picture.webp(isLossless: true)
        // 14 bits of width, 14 bits of height, each less one.
        lossless.replaceSubrange(21..<25, with: Fixture.little(5_999 | 5_999 << 14))
        #expect(Self.problem(lossless) == .tooComplex)
    }

    @Test("a picture in hundreds of passes is refused")
    func scans() throws {
        let file = try Picture.quarters(200, 200).jpeg(isProgressive: true)
        let begins = file.indices.dropLast().filter { file[$0] == 0xFF && file[$0 + 1] == 0xDA }
        let last = try #require(begins.last)
        let scan = file[last..<(file.count - 2)]
        let many = file.dropLast(2) + (0..<500).flatMap { _ in scan } + file.suffix(2)
        #expect(Self.problem(Array(many)) == .tooComplex)
    }

    @Test("an animation is no photograph")
    func animations() throws {
        let picture = Picture.quarters(32, 32)
        let webp = Fixture.webp(
            try picture.webp(), width: 32, height: 32, flags: 2, [("ANIM", [0, 0, 0, 0, 0, 0])])
        #expect(Self.problem(webp) == .animated)
        #expect(Self.problem(Fixture.png(try picture.png(), "acTL", Fixture.big(2) + Fixture.big(0))) == .animated)
    }

    @Test("a photograph that ends early is refused, wherever it ends", arguments: ReadingTests.kinds)
    func truncated(_ kind: String) throws {
        let picture = Picture.quarters(160, 120)
        let file = kind == "jpeg" ? try picture.jpeg() : kind == "png" ? try picture.png() : try picture.webp()
        for length in stride(from: 0, to: file.count - 1, by: 7) {
            let problem = Self.problem(Array(file.prefix(length)))
            #expect(
                problem == .truncated || (length < 33 && problem != nil), "\(length): \(String(describing: problem))")
        }
    }

    @Test("colours for the printing press are not guessed at")
    func printing() throws {
        var file = try Picture.quarters(32, 32).jpeg()
        let frame = try #require(file.indices.dropLast(9).first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 })
        file[frame + 9] = 4
        #expect(Self.problem(file) == .unusual)
    }

    @Test("of a thousand spoiled files each is refused, or becomes a whole picture of the size that is kept")
    func mutations() throws {
        var random = Repeatable(state: 2_026)
        let (small, large) = (Picture.quarters(61, 47), Picture.quarters(500, 300))
        let exif = Fixture.exif(6)
        let seeds = [
            Fixture.jpeg(try small.jpeg(), marker: 0xE1, Array("Exif\0\0".utf8) + exif),
            try large.jpeg(isProgressive: true), Fixture.png(try small.png(opacity: 128), "eXIf", exif),
            try large.png(isInterlaced: true), try large.webp(opacity: 90), try small.webp(isLossless: true),
            Fixture.webp(try large.webp(), width: 500, height: 300, flags: 8, [("EXIF", exif)]),
        ]
        let limits = ImageLimits()
        var taken = 0
        for round in 0..<1_000 {
            var file = seeds[round % seeds.count]
            for _ in 0...Int.random(in: 0...8, using: &random) {
                // Headers are hit as often as everything that follows them.
                let reach = Bool.random(using: &random) ? min(100, file.count) : file.count
                let at = Int.random(in: 0..<reach, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: file[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: file[at] = [0, 0xFF, 0x7F, 0x80].randomElement(using: &random) ?? 0
                case 2: file.insert(UInt8.random(in: 0...255, using: &random), at: at)
                default: file.removeSubrange(at..<min(file.count, at + Int.random(in: 1...40, using: &random)))
                }
                if file.isEmpty { file = [0] }
            }
            guard case .success(let image) = Self.outcome(file) else { continue }
            taken += 1
            #expect((1...limits.keptSide).contains(image.width) && (1...limits.keptSide).contains(image.height))
            let kept = try ImageFile.read(image.file), small = try ImageFile.read(image.thumbnail)
            #expect((kept.width, kept.height) == (image.width, image.height))
            #expect(max(small.width, small.height) <= limits.thumbnailSide)
        }
        // Neither are all refused nor all taken: the changes reach pictures as well as headers.
        #expect((20...980).contains(taken), "\(taken) were taken")
    }
}

/// The same numbers at every run.
struct Repeatable: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
