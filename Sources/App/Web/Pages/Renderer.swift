import Forms
import Foundation
import Markup

/// Renders pages: templates, and the words of each language in them; the only place that knows how they are drawn.
struct Renderer: Sendable {
    private let library: TemplateLibrary

    /// - Throws: `TemplateProblem` for a template that cannot be drawn in every language; an error of the file system.
    init(templates folder: URL) throws {
        let words = Strings.catalogues.map { ($0.rawValue, $1) }
        library = try TemplateLibrary(folder: folder, words: Dictionary(uniqueKeysWithValues: words))
    }

    /// - Parameter layout: what `layout.…` means in the template and in its parts.
    /// - Returns: UTF-8.
    /// - Throws: `DrawingProblem` for a name that nothing answers: an error page is better than a gap.
    func render(
        _ template: String, _ values: PageValues, layout: PageValues, in language: Language
    ) throws(DrawingProblem) -> [UInt8] {
        try library.draw(template, values, layout: layout, language: language.rawValue)
    }
}
