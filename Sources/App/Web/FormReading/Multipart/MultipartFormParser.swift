import NIOCore

/// Parser events, in the order of the body: each part begins, has any number of chunks, and ends.
enum MultipartEvent: Sendable, Hashable {
    case began(MultipartPart)
    case bytes(ByteBuffer)
    case ended
}

/// Incremental parser of `multipart/form-data`: takes chunks of any size and yields events.
///
/// It buffers no more than one chunk and one header or boundary. The joined events, and the problem, if any, do not
/// depend on the chunking. Only CRLF ends a line; text before the first and after the last boundary is ignored.
struct MultipartFormParser: Sendable {
    private enum State {
        case preamble, delimited
        case headers(MultipartFormHeaders, bytes: Int)
        case content, epilogue
    }

    private let limits: FormLimits
    private let delimiter: [UInt8]
    private var state = State.preamble
    /// Bytes from `start` on are unread. It begins with a CRLF that the body does not have, so that the first boundary
    /// looks like all others.
    private var pending = [MultipartFormParser.cr, MultipartFormParser.lf]
    private var start = 0
    /// Bytes of an incomplete line already searched for its end, so that one-byte chunks stay linear.
    private var searched = 0
    private var parts = 0

    /// A parser for the Content-Type's boundary; nil unless that has 1 to 70 printable ASCII characters.
    init?(boundary: String, limits: FormLimits = FormLimits()) {
        guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) }),
            boundary.utf8.last != UInt8(ascii: " ")
        else { return nil }
        self.limits = limits
        delimiter = [Self.cr, Self.lf, Self.dash, Self.dash] + Array(boundary.utf8)
    }

    /// Adds a chunk of the body; take all events before adding the next.
    mutating func add(_ chunk: ByteBuffer) {
        if case .epilogue = state { return }
        pending.removeFirst(start)
        start = 0
        pending.append(contentsOf: chunk.readableBytesView)
    }

    /// The next event, or nil when more of the body is needed.
    mutating func next() throws(FormProblem) -> MultipartEvent? {
        while true {
            switch state {
            case .preamble:
                guard let found = nextDelimiter() else {
                    keepLast(delimiter.count - 1)
                    return nil
                }
                start = found + delimiter.count
                state = .delimited
            case .delimited:
                guard try readEndOfDelimiter() else { return nil }
            case .headers(let headers, let bytes):
                guard let line = try nextLine(atMost: limits.partHeaderBytes - bytes) else { return nil }
                start = min(pending.count, line.endIndex + 2)
                if line.isEmpty {
                    state = .content
                    return .began(try headers.part())
                }
                var more = headers
                try more.add(line)
                state = .headers(more, bytes: bytes + line.count + 2)
            case .content:
                return nextContent()
            case .epilogue:
                pending = []
                start = 0
                return nil
            }
        }
    }

    /// Ends the input: malformed unless the closing boundary was there.
    func finish() throws(FormProblem) {
        guard case .epilogue = state else { throw .malformed }
    }

    private mutating func nextContent() -> MultipartEvent? {
        guard let found = nextDelimiter() else {
            let kept = min(pending.count - start, delimiter.count - 1)
            let piece = pending[start..<(pending.count - kept)]
            keepLast(kept)
            return piece.isEmpty ? nil : .bytes(ByteBuffer(bytes: piece))
        }
        if found > start {
            let piece = pending[start..<found]
            start = found
            return .bytes(ByteBuffer(bytes: piece))
        }
        start = found + delimiter.count
        state = .delimited
        return .ended
    }

    /// After a boundary: `--` closes the form, spaces and CRLF begin a part. False when more bytes are needed.
    private mutating func readEndOfDelimiter() throws(FormProblem) -> Bool {
        let rest = pending[start...]
        guard let first = rest.first else { return false }
        if first == Self.dash {
            guard let second = rest.dropFirst().first else { return false }
            guard second == Self.dash else { throw .malformed }
            state = .epilogue
            return true
        }
        let padding = rest.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard padding.count <= 64 else { throw .malformed }
        let end = rest[padding.endIndex...].prefix(2)
        guard end.elementsEqual([Self.cr, Self.lf].prefix(end.count)) else { throw .malformed }
        guard end.count == 2 else { return false }
        parts += 1
        guard parts <= limits.items else { throw .tooLarge }
        start = end.endIndex
        state = .headers(MultipartFormHeaders(limits: limits), bytes: 0)
        return true
    }

    /// The next line without its CRLF, or nil when it is incomplete.
    private mutating func nextLine(atMost most: Int) throws(FormProblem) -> ArraySlice<UInt8>? {
        let window = pending[start...].prefix(max(0, most) + 2)
        let unsearched = window.dropFirst(searched)
        if let found = unsearched.firstIndex(of: Self.cr), found + 1 < window.endIndex {
            guard window[found + 1] == Self.lf else { throw .malformed }
            searched = 0
            return window[..<found]
        }
        guard window.count < max(0, most) + 2 else { throw .tooLarge }
        searched = window.last == Self.cr ? window.count - 1 : window.count
        return nil
    }

    /// Index of the next delimiter. A carriage return cannot be inside one, so no byte is compared twice.
    private func nextDelimiter() -> Int? {
        var rest = pending[start...]
        while let found = rest.firstIndex(of: Self.cr) {
            rest = rest[found...]
            guard rest.count >= delimiter.count else { return nil }
            if rest.starts(with: delimiter) { return found }
            rest = rest.dropFirst()
        }
        return nil
    }

    private mutating func keepLast(_ count: Int) {
        start = max(start, pending.count - count)
    }

    private static let cr = UInt8(ascii: "\r")
    private static let lf = UInt8(ascii: "\n")
    private static let dash = UInt8(ascii: "-")
}
