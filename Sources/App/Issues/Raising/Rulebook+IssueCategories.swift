import Forms
import Rulebooks

extension Rulebook {
    /// What a customer can have raised, to choose from (ISS-2).
    var issueCategoryChoices: [Choice] {
        issues.categories.map { Choice(value: $0.id, label: .text($0.title)) }
    }

    /// The category's name; an older rulebook's category shows its id.
    func issueCategoryTitle(_ id: String, _ words: Words) -> String {
        issues.category(id)?.title[words.language] ?? id
    }
}
