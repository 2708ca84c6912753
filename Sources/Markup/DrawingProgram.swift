/// A compiled template: flat, and without references, so that two cores that draw the same page do not pass counts of
/// references to and fro.
struct DrawingProgram: Sendable {
    enum Step: Sendable {
        /// Bytes of `markup`.
        case markup(Range<Int32>)
        /// The number of a name.
        case value(Int32)
        /// The number of a name; the steps of the section follow, up to an end.
        case section(Int32, end: Int32)
        case inverted(Int32, end: Int32)
        case dynamicPartial(Int32)
    }

    private(set) var steps: [Step] = []
    private(set) var markup: [UInt8] = []
    private(set) var names: [ValueName] = []
    /// The number of the first name among those of all programs of a language.
    let firstName: Int

    init(_ parts: [DrawingPart], namesFrom firstName: Int) {
        self.firstName = firstName
        var numbers: [ValueName: Int32] = [:]
        add(parts, &numbers)
    }

    private mutating func add(_ parts: [DrawingPart], _ numbers: inout [ValueName: Int32]) {
        for part in parts {
            switch part {
            case .markup(let text):
                steps.append(.markup(Int32(markup.count)..<Int32(markup.count + text.count)))
                markup += text
            case .value(let name): steps.append(.value(number(of: name, &numbers)))
            case .dynamicPartial(let name): steps.append(.dynamicPartial(number(of: name, &numbers)))
            case .section(let name, let inner):
                let begin = open(inner, &numbers)
                steps[begin] = .section(number(of: name, &numbers), end: Int32(steps.count))
            case .inverted(let name, let inner):
                let begin = open(inner, &numbers)
                steps[begin] = .inverted(number(of: name, &numbers), end: Int32(steps.count))
            }
        }
    }

    /// Adds the steps of a section behind a place for the section itself.
    private mutating func open(_ inner: [DrawingPart], _ numbers: inout [ValueName: Int32]) -> Int {
        let begin = steps.count
        steps.append(.markup(0..<0))
        add(inner, &numbers)
        return begin
    }

    private mutating func number(of name: ValueName, _ numbers: inout [ValueName: Int32]) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }
}
