import NIOCore

/// Parses `application/x-www-form-urlencoded`.
///
/// Stricter than most servers: a bad `%` sequence or text that is not UTF-8 is refused rather than guessed at. NUL is
/// refused in names and dropped from values, as pasted text may contain it.
enum UrlEncodedForm {
    /// Values by name, in order; empty pairs (`&&`) are skipped, a pair without `=` has an empty value.
    static func parse(_ body: [UInt8], limits: FormLimits = FormLimits()) throws(FormProblem) -> [String: [String]] {
        guard body.count <= limits.urlEncodedBytes else { throw .tooLarge }
        var fields: [String: [String]] = [:]
        var items = 0
        var rest = body[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "&")) ?? rest.endIndex
            let pair = rest[..<end]
            rest = rest[end...].dropFirst()
            if pair.isEmpty { continue }
            items += 1
            guard items <= limits.items else { throw .tooLarge }
            let (name, value) = try decode(pair, limits: limits)
            fields[name, default: []].append(value)
        }
        return fields
    }

    private static func decode(
        _ pair: ArraySlice<UInt8>, limits: FormLimits
    ) throws(FormProblem) -> (name: String, value: String) {
        let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
        guard let name = PercentDecoding.text(of: pair[..<equals]), !name.utf8.contains(0),
            let value = PercentDecoding.text(of: pair[equals...].dropFirst())
        else { throw .malformed }
        guard name.utf8.count <= limits.nameBytes, value.utf8.count <= limits.valueBytes else { throw .tooLarge }
        return (name, value.withoutNul)
    }
}

/// Collects a urlencoded body, which is small, before it is parsed.
struct UrlEncodedCollector: BodyConsumer {
    private(set) var body: [UInt8] = []

    mutating func take(_ chunk: ByteBuffer) throws(FormProblem) {
        body.append(contentsOf: chunk.readableBytesView)
    }

    mutating func finish() throws(FormProblem) {}
}
