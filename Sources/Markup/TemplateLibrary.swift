import Foundation

/// The templates of a folder, compiled for each language: parts and blocks put in, words escaped, bytes joined.
///
/// They are written in the part of Mustache that we use: values, sections, inverted sections, partials, dynamic
/// partials, parents with blocks, and comments. There is no markup without escaping.
public struct TemplateLibrary: Sendable {
    private let compiled: [String: CompiledTemplates]
    private let fragments = FragmentCache()

    /// Loads a folder recursively.
    /// - Parameters:
    ///   - folder: its files `a/b.mustache` are the templates `a/b`.
    ///   - words: by language, the words of each key.
    /// - Throws: `TemplateProblem` for what cannot be drawn; an error of the file system.
    public init(folder: URL, words: [String: [String: String]]) throws {
        var sources: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where path.hasSuffix(".mustache") {
            sources[String(path.dropLast(".mustache".count))] = Array(
                try Data(contentsOf: folder.appending(path: path)))
        }
        try self.init(sources: sources, words: words)
    }

    /// - Parameter sources: texts of templates by name.
    /// - Throws: `TemplateProblem`.
    public init(
        sources: [String: [UInt8]], words: [String: [String: String]]
    ) throws(TemplateProblem) {
        var nodes: [String: [TemplateNode]] = [:]
        for (name, text) in sources.sorted(by: { $0.key < $1.key }) {
            nodes[name] = try TemplateParser.nodes(of: text, template: name)
        }
        var compiled: [String: CompiledTemplates] = [:]
        for (language, catalogue) in words {
            let compiler = TemplateCompiler(sources: nodes, language: language) { catalogue[$0] }
            var templates = CompiledTemplates()
            for name in nodes.keys.sorted() {
                templates.add(try compiler.program(of: name, namesFrom: templates.names), named: name)
            }
            compiled[language] = templates
        }
        self.compiled = compiled
    }

    /// Draws a page.
    /// - Parameters:
    ///   - language: one of those that it was made with.
    ///   - layout: what `layout.…` means, on whichever page.
    /// - Returns: UTF-8.
    /// - Throws: `DrawingProblem` for what a template asks for and nothing answers.
    public func draw(
        _ template: String, _ page: PageValues, layout: PageValues, language: String
    ) throws(DrawingProblem) -> [UInt8] {
        var drawing = Drawing(
            compiled[language] ?? CompiledTemplates(), layout: layout, language: language, fragments: fragments)
        try drawing.draw(template, page)
        return drawing.markup
    }
}
