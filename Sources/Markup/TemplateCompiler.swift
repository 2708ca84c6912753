/// Compiler: makes the program of one template in one language.
struct TemplateCompiler {
    let sources: [String: [TemplateNode]]
    let language: String
    /// The words of a key; nil when the language has none.
    let words: (String) -> String?

    /// - Parameter firstName: how many names the programs before it have.
    func program(of template: String, namesFrom firstName: Int) throws(TemplateProblem) -> DrawingProgram {
        DrawingProgram(try parts(of: template, in: [], blocks: [:]), namesFrom: firstName)
    }

    private func parts(
        of template: String, in open: [String], blocks: [String: [DrawingPart]]
    ) throws(TemplateProblem) -> [DrawingPart] {
        let around = open.last ?? template
        guard let nodes = sources[template] else {
            throw TemplateProblem(template: around, kind: .noTemplate(template))
        }
        if let begin = open.firstIndex(of: template) {
            throw TemplateProblem(template: around, kind: .circle(Array(open[begin...])))
        }
        return try parts(nodes, in: open + [template], blocks: blocks)
    }

    private func parts(
        _ nodes: [TemplateNode], in open: [String], blocks: [String: [DrawingPart]]
    ) throws(TemplateProblem) -> [DrawingPart] {
        var parts: [DrawingPart] = []
        for node in nodes {
            switch node {
            case .markup(let text): parts.add(.markup(text))
            case .value(let name) where name.ground == .words: parts.add(.markup(try escaped(name, in: open)))
            case .value(let name): parts.add(.value(name))
            case .section(let name, let inner):
                parts.add(.section(name, try self.parts(inner, in: open, blocks: blocks)))
            case .inverted(let name, let inner):
                parts.add(.inverted(name, try self.parts(inner, in: open, blocks: blocks)))
            case .dynamicPartial(let name): parts.add(.dynamicPartial(name))
            case .partial(let name):
                for part in try self.parts(of: name, in: open, blocks: blocks) { parts.add(part) }
            case .block(let name, let inner):
                if let filled = blocks[name] {
                    for part in filled { parts.add(part) }
                } else {
                    for part in try self.parts(inner, in: open, blocks: blocks) { parts.add(part) }
                }
            case .parent(let name, let own):
                var filled: [String: [DrawingPart]] = [:]
                for (block, nodes) in own { filled[block] = try self.parts(nodes, in: open, blocks: blocks) }
                // What a child fills wins over what its parent fills in turn.
                filled.merge(blocks) { _, outer in outer }
                for part in try self.parts(of: name, in: open, blocks: filled) { parts.add(part) }
            }
        }
        return parts
    }

    private func escaped(_ name: ValueName, in open: [String]) throws(TemplateProblem) -> [UInt8] {
        guard let sentence = words(name.first) else {
            throw problem(.noWords(key: name.first, language: language), open)
        }
        var markup: [UInt8] = []
        markup.appendEscaped(sentence)
        return markup
    }

    private func problem(_ kind: TemplateProblem.Kind, _ open: [String]) -> TemplateProblem {
        TemplateProblem(template: open.last ?? "", kind: kind)
    }
}
