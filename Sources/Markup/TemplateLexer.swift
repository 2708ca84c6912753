/// Lexer: splits a template into markup and tags, and takes the lines away on which a section, a block, a part or a
/// comment stands alone, as Mustache has it.
struct TemplateLexer {
    private let template: String
    private let bytes: [UInt8]
    private var pieces: [TemplatePiece] = []
    private var line = 1

    init(_ text: [UInt8], of template: String) {
        bytes = text
        self.template = template
    }

    static func pieces(of text: [UInt8], of template: String) throws(TemplateProblem) -> [TemplatePiece] {
        var lexer = TemplateLexer(text, of: template)
        var rest = lexer.bytes[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
            try lexer.readLine(rest[..<end])
            rest = rest[end...]
            lexer.line += 1
        }
        return lexer.pieces
    }

    private mutating func readLine(_ text: ArraySlice<UInt8>) throws(TemplateProblem) {
        var found: [TemplatePiece] = []
        var begin = text.startIndex
        while let open = Self.first(UInt8(ascii: "{"), in: text[begin...]) {
            if begin < open { found.append(.markup(Array(text[begin..<open]))) }
            guard let close = Self.first(UInt8(ascii: "}"), in: text[(open + 2)...]) else {
                throw problem(.unfinishedTag(line: line))
            }
            found.append(.tag(try tag(text[(open + 2)..<close])))
            begin = close + 2
        }
        if begin < text.endIndex { found.append(.markup(Array(text[begin...]))) }
        try add(found)
    }

    private mutating func add(_ found: [TemplatePiece]) throws(TemplateProblem) {
        let tags = found.compactMap { piece in if case .tag(let tag) = piece { tag } else { nil } }
        guard tags.count == 1, let tag = tags.first, tag.sigil != .value, found.allSatisfy(\.isBlank) else {
            pieces += found.filter { piece in
                if case .tag(let tag) = piece { tag.sigil != .comment } else { true }
            }
            return
        }
        let isIndented = found.first != .tag(tag)
        if isIndented, [.partial, .parent, .block].contains(tag.sigil) {
            throw problem(.indented(tag.name, line: line))
        }
        if tag.sigil != .comment { pieces.append(.tag(tag)) }
    }

    private func tag(_ text: ArraySlice<UInt8>) throws(TemplateProblem) -> TemplateTag {
        let sigil = text.first.flatMap(TemplateTag.Sigil.init)
        if let first = text.first, "{&=%".utf8.contains(first) {
            throw problem(.forbidden(String(decoding: text, as: UTF8.self), line: line))
        }
        let name = String(decoding: sigil == nil ? text : text.dropFirst(), as: UTF8.self)
        return TemplateTag(sigil: sigil ?? .value, name: name, line: line)
    }

    private func problem(_ kind: TemplateProblem.Kind) -> TemplateProblem {
        TemplateProblem(template: template, kind: kind)
    }

    /// Where the byte stands twice.
    private static func first(_ byte: UInt8, in text: ArraySlice<UInt8>) -> Int? {
        text.indices.dropLast().first { text[$0] == byte && text[$0 + 1] == byte }
    }
}

extension [UInt8] {
    /// Whether there are only blanks, tabs and ends of lines.
    var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }
}

extension TemplatePiece {
    fileprivate var isBlank: Bool {
        switch self {
        case .markup(let text): text.isBlank
        case .tag: true
        }
    }
}
