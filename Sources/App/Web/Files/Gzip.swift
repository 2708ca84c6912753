import CZlib

/// Gzip compression of static assets, by zlib.
enum Gzip {
    /// - Returns: nil when it would not become smaller.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        guard let length = UInt32(exactly: bytes.count) else { return nil }
        var stream = z_stream()
        // Window of 15 bits; plus 16 selects the gzip format.
        let started = deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard started == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var source = bytes
        // No larger than the input: an output that does not fit saves nothing.
        var result = [UInt8](repeating: 0, count: bytes.count)
        let status = source.withUnsafeMutableBufferPointer { input in
            result.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = length
                stream.next_out = output.baseAddress
                stream.avail_out = length
                return deflate(&stream, Z_FINISH)
            }
        }
        guard status == Z_STREAM_END else { return nil }
        return Array(result.prefix(Int(stream.total_out)))
    }
}
