import Forms
import Foundation
import Markup

/// Feedback content for display.
enum FeedbackAnswers {
    static func values(_ content: FeedbackContent, _ words: Words) -> [PageValues] {
        var rows: [(String, String)] = FeedbackAspect.allCases.compactMap { aspect in
            content.ratings[aspect].map { (aspect.rawValue, "\($0) · " + words("feedback.rating.\($0)")) }
        }
        if let recommends = content.recommends {
            rows.append(("recommends", words("feedback.recommends.\(recommends.rawValue)")))
        }
        rows += [("problems", content.problems), ("suggestions", content.suggestions)].filter { !$0.1.isEmpty }
        if content.wantsCall {
            rows.append(("wants-call", content.callWhen.isEmpty ? words("form.yes") : content.callWhen))
        }
        return rows.map { ["label": .text(words("feedback.\($0.0)")), "value": .text($0.1)] }
    }

    static func additions(_ additions: [FeedbackAddition], _ words: Words) -> [PageValues] {
        additions.map { ["time": .text(words.dateTime($0.at)), "words": .text($0.words)] }
    }
}
