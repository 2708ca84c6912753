import Foundation
import Mustache

/// Draws pages with the templates; the only place that knows the template engine.
struct Renderer: Sendable {
    private let library: MustacheLibrary
    /// Told of each name that a template asks for and nothing answers: nobody in the field, the tests' failure in a test.
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

/// The outermost object: the page's values, and the catalogue as `t`.
private struct RootNode: MustacheParent {
    let page: PageNode
    let strings: StringsNode

    func child(named name: String) -> Any? { name == "t" ? strings : page.child(named: name) }
}

/// A page, a part of one, or a line of a list. The engine asks the innermost first and climbs outwards when it gives
/// nothing, so that a line without a `name` would be drawn with the page's: only the words and the layout may be climbed to.
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

/// A part of the catalogue: `t.customers` on the way to `t.customers.title`.
private struct StringsNode: MustacheParent {
    let words: Words
    let prefix: String

    func child(named name: String) -> Any? {
        let key = prefix.isEmpty ? name : prefix + "." + name
        return words.catalogue[key] ?? StringsNode(words: words, prefix: key) as Any
    }
}

/// Draws nothing, counts as false, and keeps the engine from looking further out for the same name.
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
