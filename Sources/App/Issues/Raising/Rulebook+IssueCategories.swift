import Forms
import Rulebooks

extension Rulebook {
    /// The categories of issues as options (ISS-2).
    var issueCategoryChoices: [Choice] {
        issues.categories.map { Choice(value: $0.id, label: .text($0.title)) }
    }

    /// The category's name; its id when the rulebook no longer has it.
    func issueCategoryTitle(_ id: String, _ words: Words) -> String {
        issues.category(id)?.title[words.language] ?? id
    }
}
