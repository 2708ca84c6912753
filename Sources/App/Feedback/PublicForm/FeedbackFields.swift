import Forms
import Foundation
import Markup

/// Template values of the form: the ratings as a compact block, and the other fields.
enum FeedbackFields {
    static func values(_ bound: BoundForm, _ words: Words) -> PageValues {
        let fields = FieldValues(bound: bound, words: words, marksOptional: false)
        let aspects = Set(FeedbackAspect.allCases.map(\.rawValue))
        let first = bound.form.fields.firstIndex { aspects.contains($0.name) } ?? 0
        return [
            "before": .list(bound.form.fields.prefix(first).map(fields.make)),
            "ratings": .list(bound.form.fields.filter { aspects.contains($0.name) }.map(fields.make)),
            "fields": .list(bound.form.fields.dropFirst(first).filter { !aspects.contains($0.name) }.map(fields.make)),
        ]
    }
}
