/// Parser: nests the pieces of a template.
struct TemplateParser {
    private let template: String
    private var pieces: ArraySlice<TemplatePiece>

    /// - Parameter template: its name, for problems.
    static func nodes(of text: [UInt8], template: String) throws(TemplateProblem) -> [TemplateNode] {
        let pieces = try TemplateLexer.pieces(of: text, of: template)
        var parser = TemplateParser(template: template, pieces: pieces[...])
        return try parser.nodes(until: nil)
    }

    /// - Parameter opened: the tag whose end is looked for; nil for the whole template.
    private mutating func nodes(until opened: TemplateTag?) throws(TemplateProblem) -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let piece = pieces.popFirst() {
            switch piece {
            case .markup(let text): nodes.append(.markup(text))
            case .tag(let tag):
                if tag.sigil == .end {
                    guard let opened else { throw problem(.unopened(tag.name, line: tag.line)) }
                    guard opened.name == tag.name else { throw problem(.unclosed(opened.name, line: opened.line)) }
                    return nodes
                }
                nodes.append(try node(tag))
            }
        }
        if let opened { throw problem(.unclosed(opened.name, line: opened.line)) }
        return nodes
    }

    private mutating func node(_ tag: TemplateTag) throws(TemplateProblem) -> TemplateNode {
        switch tag.sigil {
        case .value: return .value(try valueName(tag.name, tag))
        case .section: return .section(try dataName(tag.name, tag), try nodes(until: tag))
        case .inverted: return .inverted(try dataName(tag.name, tag), try nodes(until: tag))
        case .block: return .block(try templateName(tag), try nodes(until: tag))
        case .partial:
            guard tag.name.hasPrefix("*") else { return .partial(try templateName(tag)) }
            return .dynamicPartial(try dataName(String(tag.name.dropFirst()), tag))
        case .parent: return .parent(try templateName(tag), blocks: try blocks(of: tag))
        case .comment, .end: return .markup([])
        }
    }

    private mutating func blocks(of parent: TemplateTag) throws(TemplateProblem) -> [String: [TemplateNode]] {
        var blocks: [String: [TemplateNode]] = [:]
        for node in try nodes(until: parent) {
            switch node {
            case .block(let name, let nodes): blocks[name] = nodes
            case .markup(let text) where text.isBlank: continue
            case .markup(let text):
                throw problem(.outsideBlocks(String(decoding: text, as: UTF8.self), line: parent.line))
            case .value, .section, .inverted, .partial, .dynamicPartial, .parent:
                throw problem(.outsideBlocks("a tag", line: parent.line))
            }
        }
        return blocks
    }

    private func valueName(_ text: String, _ tag: TemplateTag) throws(TemplateProblem) -> ValueName {
        guard let name = ValueName(text) else { throw problem(.badName(text, line: tag.line)) }
        return name
    }

    /// Words are drawn, and nothing depends on them.
    private func dataName(_ text: String, _ tag: TemplateTag) throws(TemplateProblem) -> ValueName {
        let name = try valueName(text, tag)
        guard name.ground != .words else { throw problem(.badName(text, line: tag.line)) }
        return name
    }

    private func templateName(_ tag: TemplateTag) throws(TemplateProblem) -> String {
        let isName = tag.name.utf8.allSatisfy { ValueName.isAllowed($0) || $0 == UInt8(ascii: "/") }
        guard isName, !tag.name.isEmpty else { throw problem(.badName(tag.name, line: tag.line)) }
        return tag.name
    }

    private func problem(_ kind: TemplateProblem.Kind) -> TemplateProblem {
        TemplateProblem(template: template, kind: kind)
    }
}
