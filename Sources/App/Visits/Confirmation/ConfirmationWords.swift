import Forms
import Markup

/// Formats a confirmation: rating, remark, and the drawn signature.
enum ConfirmationWords {
    static func values(_ confirmation: CustomerConfirmation?, _ words: Words) -> PageValue {
        guard let confirmation else { return .none }
        let relation = words.optional("service-confirmation.relation.\(confirmation.relation)") ?? ""
        return .page([
            "manner": .text(words("service-confirmation.manner.\(confirmation.manner.rawValue)")),
            "name": .text([confirmation.name, relation].filter { !$0.isEmpty }.joined(separator: " · ")),
            "path": .optional(confirmation.signature?.path),
            "signatureLabel": .text(words("service-reports.signature-of", ["name": confirmation.name])),
            "reason": .text(confirmation.reason),
            "rating": .text(rating(confirmation.rating, words)), "remark": .text(confirmation.remark),
            "time": .text(words.dateTime(confirmation.confirmedAt)),
        ])
    }

    /// Not rated is not 0 (FUP-3).
    static func rating(_ rating: Int?, _ words: Words) -> String {
        rating.map { "\($0) · " + words("service-confirmation.rating.\($0)") } ?? words("form.not-rated")
    }
}
