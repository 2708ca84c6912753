/// A form as it stands on a page, with everything that a browser would send.
struct ShownForm: Sendable {
    let action: String
    let isPost: Bool
    let isInMain: Bool
    let fields: [ShownField]
    let buttons: [ShownButton]

    subscript(name: String) -> ShownField? { fields.first { $0.name == name } }

    /// Whether there is such a field, or a button of this value.
    func has(_ name: String) -> Bool { self[name] != nil || buttons.contains { $0.value == name } }

    /// What a browser sends, field by field.
    /// - Parameter typed: what somebody types, chooses and ticks.
    /// - Parameter button: the value or the words of the button that is pressed; nil presses Enter.
    /// - Throws: `NotShown` for a field, an option or a button that is not there.
    func entries(_ typed: [String: Typed] = [:], button: String? = nil) throws -> [(name: String, value: String)] {
        let visible = Set(fields.filter { $0.kind != .hidden }.map(\.name))
        if let unknown = typed.keys.sorted().first(where: { !visible.contains($0) }) {
            throw NotShown("no field \"\(unknown)\" in the form \(action); there are \(visible.sorted())")
        }
        let pressed = try pressed(button)
        let entries = try fields.flatMap { field in
            try field.values(typed: typed[field.name]).map { (name: field.name, value: $0) }
        }
        guard let pressed, !pressed.name.isEmpty else { return entries }
        return entries + [(pressed.name, pressed.value)]
    }

    /// Enter presses the first button, as the standard has it.
    private func pressed(_ wanted: String?) throws -> ShownButton? {
        guard let wanted else { return buttons.first }
        guard let button = buttons.first(where: { $0.value == wanted || $0.label == wanted }) else {
            throw NotShown("no button \"\(wanted)\" in the form \(action); there are \(buttons.map(\.label))")
        }
        return button
    }
}

/// One field; radio buttons and check boxes of one name are one field.
struct ShownField: Sendable {
    enum Kind: Sendable {
        case text, hidden, select, radios, checks
    }

    let name: String
    let kind: Kind
    /// The type of an input, or the name of another element.
    let type: String
    /// What would be sent if nothing were changed.
    var values: [String]
    /// What can be chosen.
    var options: [String]

    var value: String { values.first ?? "" }

    fileprivate func values(typed: Typed?) throws -> [String] {
        guard let typed else { return values }
        switch kind {
        case .text, .hidden: return typed.values
        case .select, .radios, .checks:
            if let unknown = typed.values.first(where: { !options.contains($0) }) {
                throw NotShown("\"\(name)\" does not offer \"\(unknown)\", only \(options)")
            }
            return typed.values
        }
    }
}

struct ShownButton: Sendable {
    let name: String
    let value: String
    let label: String
}

/// What somebody enters into a field: one text, or the options that are to be chosen.
struct Typed: Sendable, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
    let values: [String]

    init(_ text: String) { values = [text] }
    init(stringLiteral text: String) { values = [text] }
    init(arrayLiteral options: String...) { values = options }
    init(_ options: [String]) { values = options }
}
