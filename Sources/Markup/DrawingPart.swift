/// A template with its parts, blocks and words put in.
indirect enum DrawingPart {
    case markup([UInt8])
    case value(ValueName)
    case section(ValueName, [DrawingPart])
    case inverted(ValueName, [DrawingPart])
    case dynamicPartial(ValueName)
}

extension [DrawingPart] {
    /// Adds a part; markup is joined with the markup before it.
    mutating func add(_ part: DrawingPart) {
        guard case .markup(let more) = part else { return append(part) }
        if more.isEmpty { return }
        guard case .markup(let text)? = last else { return append(part) }
        self[endIndex - 1] = .markup(text + more)
    }
}
