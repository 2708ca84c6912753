/// What a template asks for while a page is drawn, and the page does not have.
public enum DrawingProblem: Error, Hashable {
    /// No template of that name.
    case noTemplate(String)
    /// A page, a part or a row that has no value of that name.
    case noValue(String)
    /// Parts that name each other without end.
    case endless(String)
}

/// Draws a page into one buffer.
struct Drawing {
    private(set) var markup: [UInt8] = []
    private let templates: CompiledTemplates
    private let layout: PageValues
    private let language: String
    private let fragments: FragmentCache
    private var depth = 0
    /// Where each name of the programs was found last: rows of a list have their values in one order.
    private var places: [UInt8]

    /// Parts inside parts; a form in a page has three.
    private static let mostDepth = 64

    init(
        _ templates: CompiledTemplates, layout: PageValues, language: String, fragments: FragmentCache
    ) {
        self.templates = templates
        self.layout = layout
        self.language = language
        self.fragments = fragments
        places = [UInt8](repeating: 0, count: templates.names)
        markup.reserveCapacity(32 << 10)
    }

    mutating func draw(_ template: String, _ page: PageValues) throws(DrawingProblem) {
        guard let program = templates.programs[template] else { throw .noTemplate(template) }
        try draw(program, 0..<program.steps.count, page, itself: .none)
    }

    /// - Parameters:
    ///   - page: the innermost page, part or row, which alone answers names.
    ///   - itself: the value of the section around.
    private mutating func draw(
        _ program: DrawingProgram, _ steps: Range<Int>, _ page: PageValues, itself: PageValue
    ) throws(DrawingProblem) {
        var next = steps.lowerBound
        while next < steps.upperBound {
            let step = program.steps[next]
            next += 1
            switch step {
            case .markup(let range):
                markup.append(contentsOf: program.markup[Int(range.lowerBound)..<Int(range.upperBound)])
            case .value(let name): try add(try value(of: name, program, page, itself))
            case .section(let name, let end):
                let value = try value(of: name, program, page, itself)
                try draw(program, next..<Int(end), page, itself, for: value)
                next = Int(end)
            case .inverted(let name, let end):
                let value = try value(of: name, program, page, itself)
                if value.isNothing { try draw(program, next..<Int(end), page, itself: itself) }
                next = Int(end)
            case .dynamicPartial(let name):
                try drawPart(named: try value(of: name, program, page, itself), page, itself)
            }
        }
    }

    private mutating func draw(
        _ program: DrawingProgram, _ inner: Range<Int>, _ page: PageValues, _ itself: PageValue, for value: PageValue
    ) throws(DrawingProblem) {
        switch value {
        case .none: return
        case .flag(let flag): if flag { try draw(program, inner, page, itself: itself) }
        case .text(let text): if !text.isEmpty { try draw(program, inner, page, itself: value) }
        case .number, .fragment: try draw(program, inner, page, itself: value)
        case .page(let part): try draw(program, inner, part, itself: .none)
        case .list(let rows): for row in rows { try draw(program, inner, row, itself: .none) }
        }
    }

    private mutating func drawPart(
        named name: PageValue, _ page: PageValues, _ itself: PageValue
    ) throws(DrawingProblem) {
        guard case .text(let part) = name else { throw .noTemplate("") }
        guard let program = templates.programs[part] else { throw .noTemplate(part) }
        depth += 1
        guard depth <= Self.mostDepth else { throw .endless(part) }
        try draw(program, 0..<program.steps.count, page, itself: itself)
        depth -= 1
    }

    private mutating func value(
        of number: Int32, _ program: DrawingProgram, _ page: PageValues, _ itself: PageValue
    ) throws(DrawingProblem) -> PageValue {
        let name = program.names[Int(number)]
        let place = program.firstName + Int(number)
        switch name.ground {
        case .itself, .words: return itself
        case .here: return try value(name, in: page, near: place)
        case .layout: return try value(name, in: layout, near: place)
        }
    }

    private mutating func value(
        _ name: ValueName, in page: PageValues, near place: Int
    ) throws(DrawingProblem) -> PageValue {
        guard var value = page.value(of: name.first, near: &places[place]) else { throw .noValue(name.text) }
        for inner in name.rest {
            // Nothing has nothing in it.
            if case .none = value { return .none }
            guard case .page(let part) = value, let found = part[inner] else { throw .noValue(name.text) }
            value = found
        }
        return value
    }

    private mutating func add(_ value: PageValue) throws(DrawingProblem) {
        switch value {
        case .text(let text): markup.appendEscaped(text)
        case .number(let number): markup.append(contentsOf: String(number).utf8)
        case .flag(let flag): markup.append(contentsOf: (flag ? "true" : "false").utf8)
        case .fragment(let fragment): markup.append(contentsOf: try drawn(fragment))
        case .list, .page, .none: return
        }
    }

    private func drawn(_ fragment: Fragment) throws(DrawingProblem) -> [UInt8] {
        if let kept = fragments.find(fragment, in: language) { return kept }
        // Without the layout, which differs from page to page.
        var drawing = Drawing(templates, layout: [:], language: language, fragments: fragments)
        try drawing.draw(fragment.template, fragment.values())
        fragments.keep(drawing.markup, for: fragment, in: language)
        return drawing.markup
    }
}

extension PageValue {
    fileprivate var isNothing: Bool {
        switch self {
        case .none: true
        case .flag(let flag): !flag
        case .text(let text): text.isEmpty
        case .list(let rows): rows.isEmpty
        case .number, .page, .fragment: false
        }
    }
}
