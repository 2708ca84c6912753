/// Diff of two rulebooks, line by line in words.
struct RulebookDifference {
    struct Change: Hashable {
        let label: String
        let before: String?
        let after: String?
    }

    let changes: [Change]

    init(from old: RulebookLines, to new: RulebookLines) {
        let before = Dictionary(old.all.map { ($0.id, $0) }) { first, _ in first }
        let after = Set(new.all.map(\.id))
        changes =
            new.all.filter { before[$0.id]?.text != $0.text }.map {
                Change(label: $0.label, before: before[$0.id]?.text, after: $0.text)
            }
            + old.all.filter { !after.contains($0.id) }.map { Change(label: $0.label, before: $0.text, after: nil) }
    }
}
