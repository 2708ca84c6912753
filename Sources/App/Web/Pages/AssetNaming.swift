/// Cache busting: adds a content hash to each asset's name, after rewriting the references in it.
struct AssetNaming {
    /// Hashed paths by plain name.
    private(set) var paths: [String: String] = [:]
    /// Contents by plain name, with rewritten references.
    private(set) var contents: [String: [UInt8]] = [:]
    private let sources: [String: [UInt8]]
    private let hash: @Sendable ([UInt8]) -> String
    private var open: [String] = []

    init(sources: [String: [UInt8]], hash: @escaping @Sendable ([UInt8]) -> String) {
        self.sources = sources
        self.hash = hash
    }

    /// The hashed path of a file; its references are named first.
    mutating func path(of name: String) throws(AssetProblem) -> String {
        if let path = paths[name] { return path }
        if let begin = open.firstIndex(of: name) { throw .circle(Array(open[begin...])) }
        guard let source = sources[name] else { throw .missing(reference: name, in: open.last ?? "") }
        open.append(name)
        let content = try rewritten(source, of: name)
        open.removeLast()
        let path = "/assets/" + Self.hashed(name, hash(content))
        contents[name] = content
        paths[name] = path
        return path
    }

    /// Rewrites relative references in `import` and `export … from` of scripts, and in `url(…)` and `@import` of style
    /// sheets. Scripts are searched as text, so an import spelt out in a comment must exist too.
    private mutating func rewritten(_ source: [UInt8], of name: String) throws(AssetProblem) -> [UInt8] {
        let pattern: Regex<(Substring, Substring)>
        switch name.split(separator: ".").last {
        case "js": pattern = /\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"'\s]+)["']/
        case "css": pattern = /(?:url\(\s*["']?|@import\s+["'])(\.{1,2}\/[^"'\s)]+)/
        default: return source
        }
        let text = String(decoding: source, as: UTF8.self)
        var result = ""
        var end = text.startIndex
        for match in text.matches(of: pattern) {
            let reference = match.output.1
            guard let target = Self.resolve(reference, from: name) else {
                throw .missing(reference: String(reference), in: name)
            }
            result += text[end..<reference.startIndex]
            result += try path(of: target)
            end = reference.endIndex
        }
        return Array((result + text[end...]).utf8)
    }

    /// `icons/phone.svg` for `../icons/phone.svg` in `css/app.css`; nil when it leads out of the folder.
    private static func resolve(_ reference: Substring, from name: String) -> String? {
        var folders = name.split(separator: "/").dropLast()
        for step in reference.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": guard folders.popLast() != nil else { return nil }
            default: folders.append(step)
            }
        }
        return folders.joined(separator: "/")
    }

    private static func hashed(_ name: String, _ hash: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "\(name).\(hash.prefix(12))" }
        return "\(name[..<dot]).\(hash.prefix(12))\(name[dot...])"
    }
}
