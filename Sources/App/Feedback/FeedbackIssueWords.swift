/// The words of an issue raised from feedback: problems, low ratings, and when to call.
struct FeedbackIssueWords: Sendable {
    let text: String

    init(_ content: FeedbackContent, _ words: Words) {
        let ratings = content.lowRatings.map { aspect in
            words("feedback.\(aspect.rawValue)") + " " + String(content.ratings[aspect] ?? 0)
        }
        var lines = content.problems.isEmpty ? [] : [content.problems]
        if !ratings.isEmpty {
            lines.append(
                words(
                    "feedback.low-ratings",
                    ["ratings": ratings.joined(separator: words("feedback.low-rating-separator"))]))
        }
        if content.wantsCall {
            lines.append(
                content.callWhen.isEmpty
                    ? words("feedback.call-back") : words("feedback.call-back-when", ["when": content.callWhen]))
        }
        text = lines.joined(separator: "\n")
    }
}
