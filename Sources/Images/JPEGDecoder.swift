import CTurboJPEG

/// Decodes JPEG at one to eight eighths of its size, the next above the stored size: a picture of 40 megapixels then
/// takes at most 31 MB.
struct JPEGDecoder {
    let limits: ImageLimits

    /// - Returns: the picture, no larger than the stored size, before it is turned upright.
    func decode(_ bytes: FileBytes) throws(ImageProblem) -> (Pixels, Orientation) {
        let header = try JPEGHeader(bytes)
        try limits.check(header.size)
        guard header.scans <= limits.scans, header.workingBytes <= limits.workingBytes else { throw .tooComplex }
        guard let decoder = tjInitDecompress() else { throw .broken }
        defer { tjDestroy(decoder) }
        let file = bytes.all[..<header.end]
        guard Self.size(of: file, decoder) == header.size else { throw .broken }
        let pixels = try Self.pixels(of: file, at: scaled(header.size), decoder)
        return (pixels.fitting(limits.keptSide), header.orientation)
    }

    /// The size that the library reads; if two parsers disagree, the file is rejected.
    private static func size(of file: ArraySlice<UInt8>, _ decoder: tjhandle) -> PixelSize? {
        var (width, height, sampling, colours) = (Int32(0), Int32(0), Int32(0), Int32(0))
        let result = file.withUnsafeBufferPointer { file in
            tjDecompressHeader3(
                decoder, file.baseAddress, UInt(file.count), &width, &height, &sampling, &colours)
        }
        return result == 0 ? PixelSize(width: Int(width), height: Int(height)) : nil
    }

    /// The library rounds up.
    private func scaled(_ size: PixelSize) -> PixelSize {
        let eighths = (1...8).first { (max(size.width, size.height) * $0 + 7) / 8 >= limits.keptSide } ?? 8
        return PixelSize(width: (size.width * eighths + 7) / 8, height: (size.height * eighths + 7) / 8)
    }

    /// Camera files that slightly violate the format are accepted: only what cannot be decoded is rejected.
    private static func pixels(
        of file: ArraySlice<UInt8>, at size: PixelSize, _ decoder: tjhandle
    ) throws(ImageProblem) -> Pixels {
        var result = Int32(-1)
        let decoded = [UInt8](unsafeUninitializedCapacity: size.count * Pixels.channels) { buffer, count in
            buffer.initialize(repeating: 0xFF)
            result = file.withUnsafeBufferPointer { file in
                tjDecompress2(
                    decoder, file.baseAddress, UInt(file.count), buffer.baseAddress, Int32(size.width), 0,
                    Int32(size.height), Int32(TJPF_RGB.rawValue), TJFLAG_LIMITSCANS)
            }
            count = buffer.count
        }
        guard result == 0 || tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue) else { throw .broken }
        return Pixels(size: size, bytes: decoded)
    }
}
