import CTurboJPEG

/// Encodes a picture as JPEG without metadata: no time, place, camera or colour profile.
enum JPEGEncoder {
    static func encode(_ pixels: Pixels, quality: Int) throws(ImageProblem) -> [UInt8] {
        guard let encoder = tjInitCompress() else { throw .broken }
        defer { tjDestroy(encoder) }
        var file: UnsafeMutablePointer<UInt8>?
        var length = UInt(0)
        defer { tjFree(file) }
        let result = pixels.bytes.withUnsafeBufferPointer { bytes in
            tjCompress2(
                encoder, bytes.baseAddress, Int32(pixels.size.width), 0, Int32(pixels.size.height),
                Int32(TJPF_RGB.rawValue), &file, &length, Int32(TJSAMP_420.rawValue), Int32(quality), 0)
        }
        guard result == 0, let file else { throw .broken }
        return Array(UnsafeBufferPointer(start: file, count: Int(length)))
    }
}
