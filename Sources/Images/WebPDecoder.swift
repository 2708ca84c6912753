import CWebP

/// Decodes WebP, downsized by the library; transparent pixels become white.
struct WebPDecoder {
    let limits: ImageLimits

    /// - Returns: the picture, no larger than the stored size, before it is turned upright.
    func decode(_ bytes: FileBytes) throws(ImageProblem) -> (Pixels, Orientation) {
        let header = try WebPHeader(bytes)
        var config = WebPDecoderConfig()
        guard WebPInitDecoderConfig(&config) != 0 else { throw .broken }
        let features = bytes.all.withUnsafeBufferPointer { file in
            WebPGetFeatures(file.baseAddress, file.count, &config.input)
        }
        try Self.demand(features)
        guard !header.isAnimated, config.input.has_animation == 0 else { throw .animated }
        let size = PixelSize(width: Int(config.input.width), height: Int(config.input.height))
        try limits.check(size)
        guard Self.workingBytes(config.input, size) <= limits.workingBytes else { throw .tooComplex }
        return (try pixels(of: bytes, size, &config), header.orientation)
    }

    /// Working memory of the library, in bytes: all pixels of a lossless picture, the alpha channel of a lossy one.
    private static func workingBytes(_ features: WebPBitstreamFeatures, _ size: PixelSize) -> Int {
        let lossless: Int32 = 2
        return size.count * (features.format == lossless ? 4 : features.has_alpha != 0 ? 1 : 0)
    }

    private func pixels(
        of bytes: FileBytes, _ size: PixelSize, _ config: inout WebPDecoderConfig
    ) throws(ImageProblem) -> Pixels {
        let target = size.fitting(limits.keptSide)
        let hasAlpha = config.input.has_alpha != 0
        let channels = hasAlpha ? 4 : 3
        if target != size {
            config.options.use_scaling = 1
            config.options.scaled_width = Int32(target.width)
            config.options.scaled_height = Int32(target.height)
        }
        config.output.colorspace = hasAlpha ? MODE_RGBA : MODE_RGB
        config.output.is_external_memory = 1
        var status = VP8_STATUS_BITSTREAM_ERROR
        var decoded = [UInt8](repeating: 0xFF, count: target.count * channels)
        decoded.withUnsafeMutableBufferPointer { buffer in
            config.output.u.RGBA.rgba = buffer.baseAddress
            config.output.u.RGBA.stride = Int32(target.width * channels)
            config.output.u.RGBA.size = buffer.count
            status = bytes.all.withUnsafeBufferPointer { WebPDecode($0.baseAddress, $0.count, &config) }
        }
        try Self.demand(status)
        guard hasAlpha else { return Pixels(size: target, bytes: decoded) }
        var opaque = [UInt8](repeating: 0, count: target.count * Pixels.channels)
        OnWhite.put(decoded[...], into: &opaque)
        return Pixels(size: target, bytes: opaque)
    }

    private static func demand(_ status: VP8StatusCode) throws(ImageProblem) {
        switch status {
        case VP8_STATUS_OK: return
        case VP8_STATUS_NOT_ENOUGH_DATA, VP8_STATUS_SUSPENDED: throw .truncated
        case VP8_STATUS_UNSUPPORTED_FEATURE: throw .unusual
        default: throw .broken
        }
    }
}
