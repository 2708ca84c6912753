import Markup
import Randomness

/// A template made at random, with the values that it asks for.
struct RandomTemplate {
    private(set) var sources: [String: String] = [:]
    private(set) var values: PageValues = [:]
    private(set) var layout: PageValues = [:]
    private(set) var words: [String: String] = [:]
    private var random: RandomSource
    private var names = 0

    /// What a row of a list, a part or a page has: a name and how to make a value for it.
    private typealias Shape = [(name: String, make: (inout RandomSource) -> PageValue)]

    init(seed: UInt64) {
        random = RandomSource(seed: seed)
        var shape: Shape = []
        let text = lines(&shape, depth: 0)
        values = Self.page(shape, &random)
        sources["page"] = text
    }

    private static func page(_ shape: Shape, _ random: inout RandomSource) -> PageValues {
        var page: PageValues = [:]
        for value in shape { page[value.name] = value.make(&random) }
        return page
    }

    private mutating func name() -> String {
        names += 1
        return ["a", "name", "is-set", "Row_", "x-1"][random.below(5)] + String(names)
    }

    /// Lines of a template: tags that stand alone, and lines with markup and tags in them.
    private mutating func lines(_ shape: inout Shape, depth: Int) -> String {
        var text = ""
        for _ in 0...random.below(4) {
            switch random.below(depth > 3 ? 4 : 12) {
            case 0...3: text += pieces(&shape, depth: depth + 1) + "\n"
            case 4: text += "{{! \(name()) }}\n"
            case 5: text += "{{>\(partial(&shape, depth: depth + 1))}}\n"
            case 6: text += parent(&shape, depth: depth + 1)
            case 7: text += dynamicPartial(&shape, depth: depth + 1) + "\n"
            default: text += section(&shape, depth: depth + 1, alone: true)
            }
        }
        return text
    }

    private mutating func pieces(_ shape: inout Shape, depth: Int) -> String {
        var text = ""
        for _ in 0...random.below(5) {
            switch random.below(depth > 3 ? 6 : 9) {
            case 0, 1: text += ["<p class=\"x\">", " ", "客户", "}", "{ ", "\t", "&amp;", "</p>"][random.below(8)]
            case 2, 3: text += "{{\(value(&shape))}}"
            case 4: text += "{{t.\(word())}}"
            case 5: text += "{{layout.\(layoutName())}}"
            case 6: text += "{{>\(partial(&shape, depth: depth + 1))}}"
            default: text += section(&shape, depth: depth + 1, alone: false)
            }
        }
        // A line with nothing but a tag is another thing than a line with something beside it.
        return "." + text + "."
    }

    private mutating func value(_ shape: inout Shape) -> String {
        let name = name()
        switch random.below(4) {
        case 0:
            let inner = self.name()
            shape.append((name, { random in .page([inner: .text(Self.text(&random))]) }))
            return "\(name).\(inner)"
        case 1: shape.append((name, { random in .number(random.below(2_000) - 1_000) }))
        default: shape.append((name, { random in .text(Self.text(&random)) }))
        }
        return name
    }

    private static func text(_ random: inout RandomSource) -> String {
        (0..<random.below(6)).map { _ in
            ["<", "\"", "'", "&", "`", "李", "a", "\u{301}", "\u{600}", " ", "\n", "{{x}}"][random.below(12)]
        }.joined()
    }

    private mutating func section(_ shape: inout Shape, depth: Int, alone: Bool) -> String {
        let (name, isInverted) = (name(), random.below(4) == 0)
        var inner: Shape = []
        let kind = random.below(isInverted ? 3 : 5)
        switch kind {
        case 0: shape.append((name, { random in .flag(random.below(2) == 0) }))
        case 1: shape.append((name, { random in .text(Self.text(&random)) }))
        case 2: shape.append((name, { random in random.below(2) == 0 ? .none : .number(random.below(3)) }))
        default: break
        }
        var body = ""
        if kind < 3 {
            body = alone ? lines(&shape, depth: depth) : pieces(&shape, depth: depth)
            if kind == 1, !isInverted { body = (alone ? "{{.}}!\n" : "{{.}}") + body }
        } else {
            body = alone ? lines(&inner, depth: depth) : pieces(&inner, depth: depth)
            let rows = inner
            shape.append(
                (
                    name,
                    { random in
                        if kind == 3 { return .page(Self.page(rows, &random)) }
                        return .list((0..<random.below(4)).map { _ in Self.page(rows, &random) })
                    }
                ))
        }
        let (begin, end) = ("{{\(isInverted ? "^" : "#")\(name)}}", "{{/\(name)}}")
        return alone ? "\(begin)\n\(body)\(end)\n" : begin + body + end
    }

    private mutating func partial(_ shape: inout Shape, depth: Int) -> String {
        let name = "parts/" + name()
        sources[name] = lines(&shape, depth: depth)
        return name
    }

    private mutating func dynamicPartial(_ shape: inout Shape, depth: Int) -> String {
        let (name, part) = (name(), partial(&shape, depth: depth))
        shape.append((name, { _ in .text(part) }))
        return "{{>*\(name)}}"
    }

    private mutating func parent(_ shape: inout Shape, depth: Int) -> String {
        let (parent, one, other) = ("parent-" + name(), name(), name())
        sources[parent] =
            pieces(&shape, depth: depth) + "\n{{$\(one)}}\n" + lines(&shape, depth: depth)
            + "{{/\(one)}}\n[{{$\(other)}}\(pieces(&shape, depth: depth)){{/\(other)}}]\n"
        let filled = random.below(3)
        var text = "{{<\(parent)}}\n"
        if filled > 0 { text += "{{$\(one)}}\n\(lines(&shape, depth: depth)){{/\(one)}}\n" }
        if filled > 1 { text += "{{$\(other)}}\(pieces(&shape, depth: depth)){{/\(other)}}\n" }
        return text + "{{/\(parent)}}\n"
    }

    private mutating func word() -> String {
        let key = "k.\(name())"
        words[key] = Self.text(&random)
        return key
    }

    private mutating func layoutName() -> String {
        let name = name()
        layout[name] = .text(Self.text(&random))
        return name
    }
}
