/// Bounds-checked access to an uploaded file's bytes: reading outside gives nil.
struct FileBytes: Sendable {
    let all: [UInt8]

    var count: Int { all.count }

    func byte(_ at: Int) -> Int? { all.indices.contains(at) ? Int(all[at]) : nil }

    func big16(_ at: Int) -> Int? { number(at, 2, isBig: true) }
    func big32(_ at: Int) -> Int? { number(at, 4, isBig: true) }
    func little16(_ at: Int) -> Int? { number(at, 2, isBig: false) }
    func little32(_ at: Int) -> Int? { number(at, 4, isBig: false) }

    /// Whether the bytes at `start` are these ASCII letters.
    func has(_ letters: String, at start: Int) -> Bool {
        start >= 0 && start <= count && all[start...].starts(with: letters.utf8)
    }

    private func number(_ at: Int, _ length: Int, isBig: Bool) -> Int? {
        guard at >= 0, at <= count - length else { return nil }
        let bytes = all[at..<(at + length)]
        return isBig
            ? bytes.reduce(0) { $0 << 8 | Int($1) } : bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
