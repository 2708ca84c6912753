import Markup

/// Draws one template, named `page`, beside others.
func drawn(
    _ template: String, _ values: PageValues = [:], layout: PageValues = [:], beside: [String: String] = [:],
    words: [String: String] = [:]
) throws -> String {
    var sources = beside.mapValues { Array($0.utf8) }
    sources["page"] = Array(template.utf8)
    let library = try TemplateLibrary(sources: sources, words: ["en": words])
    return String(decoding: try library.draw("page", values, layout: layout, language: "en"), as: UTF8.self)
}
