import CSPNG

/// Decodes PNG row by row, downsizing on the way; transparent pixels become white.
struct PNGDecoder {
    let limits: ImageLimits

    /// Maximum bytes of text and profiles that a file may make the library unpack; none of it is kept.
    private static let chunkBytes = 1 << 20

    /// - Returns: the picture, no larger than the stored size, before it is turned upright.
    func decode(_ bytes: FileBytes) throws(ImageProblem) -> (Pixels, Orientation) {
        let header = try PNGHeader(bytes)
        try limits.check(header.size)
        guard header.workingBytes <= limits.workingBytes else { throw .tooComplex }
        guard let context = spng_ctx_new(0) else { throw .broken }
        defer { spng_ctx_free(context) }
        // The library reads from the buffer until the picture is complete, so all of it happens inside this closure.
        let outcome = bytes.all.withUnsafeBufferPointer { file in
            Result { () throws(ImageProblem) in try pixels(of: file, header, context) }
        }
        return (try outcome.get(), header.orientation)
    }

    private func pixels(
        of file: UnsafeBufferPointer<UInt8>, _ header: PNGHeader, _ context: OpaquePointer
    ) throws(ImageProblem) -> Pixels {
        let format = Int32((header.hasAlpha ? SPNG_FMT_RGBA8 : SPNG_FMT_RGB8).rawValue)
        var ihdr = spng_ihdr()
        try demand(spng_set_image_limits(context, UInt32(limits.side), UInt32(limits.side)))
        try demand(spng_set_chunk_limits(context, Self.chunkBytes, Self.chunkBytes * 2))
        try demand(spng_set_crc_action(context, Int32(SPNG_CRC_ERROR.rawValue), Int32(SPNG_CRC_DISCARD.rawValue)))
        try demand(spng_set_png_buffer(context, file.baseAddress, file.count))
        try demand(spng_get_ihdr(context, &ihdr))
        guard ihdr.width == header.size.width, ihdr.height == header.size.height else { throw .broken }
        return header.isInterlaced
            ? try wholePicture(header, context, format) : try rowByRow(header, context, format)
    }

    private func rowByRow(
        _ header: PNGHeader, _ context: OpaquePointer, _ format: Int32
    ) throws(ImageProblem) -> Pixels {
        let flags = Int32(SPNG_DECODE_TRNS.rawValue) | Int32(SPNG_DECODE_PROGRESSIVE.rawValue)
        try demand(spng_decode_image(context, nil, 0, format, flags))
        var rows = Rows(header, keptSide: limits.keptSide)
        var row = [UInt8](repeating: 0, count: rows.bytes)
        for number in 1...header.size.height {
            let result = spng_decode_row(context, &row, row.count)
            // The last row is returned together with the end-of-image code.
            try demand(result == SPNG_EOI.rawValue && number == header.size.height ? 0 : result)
            rows.add(row[...])
        }
        return rows.pixels
    }

    private func wholePicture(
        _ header: PNGHeader, _ context: OpaquePointer, _ format: Int32
    ) throws(ImageProblem) -> Pixels {
        var rows = Rows(header, keptSide: limits.keptSide)
        var all = [UInt8](repeating: 0, count: rows.bytes * header.size.height)
        try demand(spng_decode_image(context, &all, all.count, format, Int32(SPNG_DECODE_TRNS.rawValue)))
        for number in 0..<header.size.height { rows.add(all[(number * rows.bytes)..<((number + 1) * rows.bytes)]) }
        return rows.pixels
    }

    /// Receives the rows of a picture, makes them opaque and downsizes them.
    private struct Rows {
        /// Bytes per row.
        let bytes: Int
        private let hasAlpha: Bool
        private var opaque: [UInt8]
        private var shrinker: AreaShrinker

        init(_ header: PNGHeader, keptSide: Int) {
            bytes = header.size.width * header.channels
            hasAlpha = header.hasAlpha
            opaque = Array(repeating: 0, count: header.size.width * Pixels.channels)
            shrinker = AreaShrinker(from: header.size, to: header.size.fitting(keptSide))
        }

        var pixels: Pixels { shrinker.pixels }

        mutating func add(_ row: ArraySlice<UInt8>) {
            if hasAlpha { OnWhite.put(row, into: &opaque) }
            (hasAlpha ? opaque[...] : row).withUnsafeBufferPointer { shrinker.add($0) }
        }
    }

    private func demand(_ result: Int32) throws(ImageProblem) {
        switch result {
        case 0: return
        case SPNG_EOF.rawValue, SPNG_EIDAT_TOO_SHORT.rawValue: throw .truncated
        case SPNG_ECHUNK_LIMITS.rawValue: throw .tooComplex
        default: throw .broken
        }
    }
}
