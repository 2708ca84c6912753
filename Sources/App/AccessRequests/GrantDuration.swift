import Forms
import Foundation
import Rulebooks

/// The durations on offer, in hours.
enum GrantDuration {
    /// A rulebook may name any number of hours.
    private static func words(_ hours: Int) -> LocalizedText {
        let (key, count) = hours % 24 == 0 ? ("duration.days", hours / 24) : ("duration.whole-hours", hours)
        return LocalizedText(
            Dictionary(
                uniqueKeysWithValues: Language.allCases.map { language in
                    let words = Words(language, zone: .gmt)
                    return (language, words.optional("duration.\(hours)") ?? words(key, ["count": String(count)]))
                }))
    }

    static func choices(_ limits: GrantLimits) -> [Choice] {
        Set([1, 4, limits.defaultHours, 72, limits.maximumHours]).filter { $0 <= limits.maximumHours }.sorted()
            .map { Choice(value: String($0), label: .text(words($0))) }
    }
}
