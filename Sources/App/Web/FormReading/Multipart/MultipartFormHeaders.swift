/// The parsed headers of one multipart part.
struct MultipartPart: Sendable, Hashable {
    let name: String
    /// Whether the part is a file, named or not.
    let isFile: Bool
    let filename: String?
    let contentType: String?
}

/// Collects the header lines of one part.
struct MultipartFormHeaders: Sendable {
    private var count = 0
    private var disposition: [UInt8]?
    private var type: [UInt8]?
    private let limits: FormLimits

    init(limits: FormLimits) { self.limits = limits }

    /// Adds one line without its CRLF. Folded lines are refused: no browser sends them.
    mutating func add(_ line: ArraySlice<UInt8>) throws(FormProblem) {
        count += 1
        guard count <= limits.partHeaders else { throw .tooLarge }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(Self.isToken),
            !line.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D })
        else { throw .malformed }
        let value = Array(line[colon...].dropFirst())
        switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
        case "content-disposition":
            guard disposition == nil else { throw .malformed }
            disposition = value
        case "content-type":
            guard type == nil else { throw .malformed }
            type = value
        case "content-transfer-encoding":
            let encoding = HeaderValue(value)?.main
            guard encoding == "binary" || encoding == "8bit" || encoding == "7bit" else { throw .malformed }
        default:
            break
        }
    }

    /// The part described. `filename*` (RFC 5987) only marks a file: RFC 7578 forbids its use.
    func part() throws(FormProblem) -> MultipartPart {
        guard let disposition = disposition.flatMap({ HeaderValue($0) }), disposition.main == "form-data",
            let name = disposition.parameters["name"]
        else { throw .malformed }
        guard name.utf8.count <= limits.nameBytes else { throw .tooLarge }
        let filename = disposition.parameters["filename"]
        let contentType = try type.map { bytes throws(FormProblem) in
            guard let value = HeaderValue(bytes) else { throw .malformed }
            return value
        }
        let isFile = filename != nil || disposition.parameters["filename*"] != nil
        if !isFile, let charset = contentType?.parameters["charset"], charset.lowercased() != "utf-8" {
            throw .unsupportedType
        }
        return MultipartPart(
            name: name, isFile: isFile, filename: filename.flatMap(Self.shown), contentType: contentType?.main)
    }

    /// The file name for display: no folders, control characters or bidi controls, at most 150 characters. Browsers
    /// encode a quote as `%22`.
    static func shown(_ filename: String) -> String? {
        let last = filename.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last
        let safe = String(String.UnicodeScalarView(last?.filter(isShown) ?? []))
        let name = HeaderValue.trimmed(String(safe.replacing("%22", with: "\"").prefix(150)))
        return name.isEmpty || name == "." || name == ".." ? nil : name
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
