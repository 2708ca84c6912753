import Foundation
import CSPNG
import CTurboJPEG
import CWebP
import Testing

/// A picture made for a test: four quarters of different colours, so that every turn of it looks different.
struct Picture: Sendable {
    let width: Int
    let height: Int
    /// Three bytes a pixel.
    var rgb: [UInt8]

    enum Quarter: CaseIterable {
        case topLeft, topRight, bottomLeft, bottomRight

        var colour: [UInt8] {
            switch self {
            case .topLeft: [220, 30, 30]
            case .topRight: [30, 200, 30]
            case .bottomLeft: [30, 30, 220]
            case .bottomRight: [230, 230, 230]
            }
        }
    }

    static func quarters(_ width: Int, _ height: Int) -> Picture {
        Picture(width: width, height: height) { x, y in
            switch (x < width / 2, y < height / 2) {
            case (true, true): Quarter.topLeft.colour
            case (false, true): Quarter.topRight.colour
            case (true, false): Quarter.bottomLeft.colour
            case (false, false): Quarter.bottomRight.colour
            }
        }
    }

    init(width: Int, height: Int, colour: (Int, Int) -> [UInt8]) {
        self.width = width
        self.height = height
        rgb = []
        rgb.reserveCapacity(width * height * 3)
        for y in 0..<height {
            for x in 0..<width { rgb += colour(x, y) }
        }
    }

    func colour(_ x: Int, _ y: Int) -> [UInt8] { Array(rgb[((y * width + x) * 3)...].prefix(3)) }

    /// The picture as a camera stores it that was held so; by EXIF's own table of which edges come first.
    func stored(_ orientation: Int) -> Picture {
        let isSideways = orientation >= 5
        return Picture(width: isSideways ? height : width, height: isSideways ? width : height) { column, row in
            let fromRight = width - 1
            let fromBottom = height - 1
            return switch orientation {
            case 2: colour(fromRight - column, row)
            case 3: colour(fromRight - column, fromBottom - row)
            case 4: colour(column, fromBottom - row)
            case 5: colour(row, column)
            case 6: colour(fromRight - row, column)
            case 7: colour(fromRight - row, fromBottom - column)
            case 8: colour(row, fromBottom - column)
            default: colour(column, row)
            }
        }
    }

    /// Reads a JPEG file, as a browser would.
    init(jpeg: [UInt8]) throws {
        let decoder = try #require(tjInitDecompress())
        defer { tjDestroy(decoder) }
        var (width, height, sampling, colours) = (Int32(0), Int32(0), Int32(0), Int32(0))
        let header = tjDecompressHeader3(decoder, jpeg, UInt(jpeg.count), &width, &height, &sampling, &colours)
        try #require(header == 0)
        (self.width, self.height) = (Int(width), Int(height))
        rgb = Array(repeating: 0, count: self.width * self.height * 3)
        let result = tjDecompress2(
            decoder, jpeg, UInt(jpeg.count), &rgb, width, 0, height, Int32(TJPF_RGB.rawValue), 0)
        try #require(result == 0)
    }

    /// The quarter whose colour stands near a corner.
    func quarter(at corner: Quarter) -> Quarter? {
        let (left, top) = (width / 6, height / 6)
        let shown =
            switch corner {
            case .topLeft: colour(left, top)
            case .topRight: colour(width - 1 - left, top)
            case .bottomLeft: colour(left, height - 1 - top)
            case .bottomRight: colour(width - 1 - left, height - 1 - top)
            }
        return Quarter.allCases.first { quarter in
            zip(quarter.colour, shown).allSatisfy { abs(Int($0) - Int($1)) < 30 }
        }
    }

    var standsUpright: Bool { Quarter.allCases.allSatisfy { quarter(at: $0) == $0 } }
}

extension Picture {
    func jpeg(isProgressive: Bool = false, sampling: TJSAMP = TJSAMP_420) throws -> [UInt8] {
        let encoder = try #require(tjInitCompress())
        defer { tjDestroy(encoder) }
        var file: UnsafeMutablePointer<UInt8>?
        var length = UInt(0)
        defer { tjFree(file) }
        let result = tjCompress2(
            encoder, rgb, Int32(width), 0, Int32(height), Int32(TJPF_RGB.rawValue), &file, &length,
            Int32(sampling.rawValue), 90, isProgressive ? TJFLAG_PROGRESSIVE : 0)
        try #require(result == 0)
        return Array(UnsafeBufferPointer(start: file, count: Int(length)))
    }

    /// - Parameter opacity: of all pixels; nil leaves it out of the file.
    func png(isInterlaced: Bool = false, opacity: UInt8? = nil) throws -> [UInt8] {
        let context = try #require(spng_ctx_new(Int32(SPNG_CTX_ENCODER.rawValue)))
        defer { spng_ctx_free(context) }
        try #require(spng_set_option(context, SPNG_ENCODE_TO_BUFFER, 1) == 0)
        var ihdr = spng_ihdr()
        ihdr.width = UInt32(width)
        ihdr.height = UInt32(height)
        ihdr.bit_depth = 8
        ihdr.color_type = opacity == nil ? 2 : 6
        ihdr.interlace_method = isInterlaced ? 1 : 0
        try #require(spng_set_ihdr(context, &ihdr) == 0)
        let pixels = opacity.map(rgba) ?? rgb
        let result = spng_encode_image(
            context, pixels, pixels.count, Int32(SPNG_FMT_PNG.rawValue), Int32(SPNG_ENCODE_FINALIZE.rawValue))
        try #require(result == 0)
        var (length, problem) = (0, Int32(0))
        let file = try #require(spng_get_png_buffer(context, &length, &problem))
        defer { free(file) }
        return Array(UnsafeRawBufferPointer(start: file, count: length))
    }

    func webp(isLossless: Bool = false, opacity: UInt8? = nil) throws -> [UInt8] {
        var file: UnsafeMutablePointer<UInt8>?
        defer { WebPFree(file) }
        let (across, down) = (Int32(width), Int32(height))
        let length =
            switch (opacity, isLossless) {
            case (let opacity?, _): WebPEncodeRGBA(rgba(opacity), across, down, across * 4, 90, &file)
            case (nil, true): WebPEncodeLosslessRGB(rgb, across, down, across * 3, &file)
            case (nil, false): WebPEncodeRGB(rgb, across, down, across * 3, 90, &file)
            }
        try #require(length > 0)
        return Array(UnsafeBufferPointer(start: file, count: length))
    }

    private func rgba(_ opacity: UInt8) -> [UInt8] {
        (0..<(width * height)).flatMap { Array(rgb[($0 * 3)..<($0 * 3 + 3)]) + [opacity] }
    }
}
