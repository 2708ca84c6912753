/// What is wrong with a template; found when templates are loaded, never while a page is drawn.
public struct TemplateProblem: Error, Hashable, CustomStringConvertible {
    /// Name of the template, such as `customers/index`.
    public let template: String
    public let kind: Kind

    public enum Kind: Hashable, Sendable {
        /// A tag has no end.
        case unfinishedTag(line: Int)
        /// No name of a value, a part or a section.
        case badName(String, line: Int)
        /// A section, a block or a parent has no end, or the end of another one.
        case unclosed(String, line: Int)
        /// An end without a beginning.
        case unopened(String, line: Int)
        /// Markup that is not escaped, other delimiters, and pragmas are not taken.
        case forbidden(String, line: Int)
        /// The indentation of a part would be that of each of its lines.
        case indented(String, line: Int)
        /// Between the blocks of a parent nothing is drawn.
        case outsideBlocks(String, line: Int)
        /// There is no template of that name.
        case noTemplate(String)
        /// Templates that are part of each other.
        case circle([String])
        /// A language has no words under that key.
        case noWords(key: String, language: String)
    }

    public var description: String { "Templates/\(template).mustache: \(reason)" }

    private var reason: String {
        switch kind {
        case .unfinishedTag(let line): "the tag in line \(line) has no end"
        case .badName(let name, let line): "“\(name)” in line \(line) is no name"
        case .unclosed(let name, let line): "“\(name)” of line \(line) is not closed"
        case .unopened(let name, let line): "“\(name)” is closed in line \(line), and was not opened"
        case .forbidden(let tag, let line): "{{\(tag)}} in line \(line) is not allowed"
        case .indented(let name, let line): "“\(name)” in line \(line) is indented"
        case .outsideBlocks(let text, let line): "“\(text)” in line \(line) lies between blocks, where nothing is drawn"
        case .noTemplate(let name): "there is no template “\(name)”"
        case .circle(let names): "these are part of each other: \(names.joined(separator: ", "))"
        case .noWords(let key, let language): "the words of “\(key)” are missing in \(language)"
        }
    }
}
