import Foundation
import Mustache

/// Renders templates; the only place that knows the template engine.
struct Renderer: Sendable {
    private let library: MustacheLibrary
    /// Called with each name in a template that has no value: ignored in production, a failure in tests.
    private let onMiss: @Sendable (String) -> Void

    /// - Throws: when a template cannot be read or parsed.
    init(templates folder: URL, onMiss: @escaping @Sendable (String) -> Void = { _ in }) async throws {
        MustacheContentTypes.register(Markup(), named: Markup.name)
        library = try await MustacheLibrary(directory: folder.path)
        self.onMiss = onMiss
    }

    struct UnknownTemplate: Error { let name: String }

    /// - Throws: `UnknownTemplate`.
    func render(_ template: String, _ values: PageValues, words: Words) throws -> String {
        let root = RootNode(
            page: PageNode(values: values, onMiss: onMiss), strings: StringsNode(words: words, prefix: ""))
        guard let text = library.render(root, withTemplate: template) else { throw UnknownTemplate(name: template) }
        return text
    }
}

/// The root context: the page's values, and the catalogue as `t`.
private struct RootNode: MustacheParent {
    let page: PageNode
    let strings: StringsNode

    func child(named name: String) -> Any? { name == "t" ? strings : page.child(named: name) }
}

/// Context of a page, a part, or a list row. The engine climbs to outer contexts when a name is missing, so a row
/// without a `name` would be drawn with the page's: only the words and the layout may be reached by climbing.
private struct PageNode: MustacheParent {
    let values: PageValues
    let onMiss: @Sendable (String) -> Void

    private static let fromOutside: Set = ["t", "layout"]

    func child(named name: String) -> Any? {
        if let value = values[name] { return value.engineValue(onMiss) }
        if !Self.fromOutside.contains(name) { onMiss(name) }
        return nil
    }
}

/// A subtree of the catalogue: `t.customers` on the way to `t.customers.title`.
private struct StringsNode: MustacheParent {
    let words: Words
    let prefix: String

    func child(named name: String) -> Any? {
        let key = prefix.isEmpty ? name : prefix + "." + name
        return words.catalogue[key] ?? StringsNode(words: words, prefix: key) as Any
    }
}

/// Draws nothing, is false, and stops the engine from looking for the name in outer contexts.
private struct Nothing: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

extension PageValue {
    fileprivate func engineValue(_ onMiss: @escaping @Sendable (String) -> Void) -> Any {
        switch self {
        case .text(let text): text.isEmpty ? Nothing() : text
        case .number(let number): String(number)
        case .flag(let flag): flag
        case .list(let items): items.map { PageNode(values: $0, onMiss: onMiss) }
        case .page(let values): PageNode(values: values, onMiss: onMiss)
        case .none: Nothing()
        }
    }
}
