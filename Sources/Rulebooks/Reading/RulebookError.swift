/// Why a document is no rulebook: every mistake that was found, in order of line.
public struct RulebookError: Error, Sendable, Hashable {
    public let mistakes: [RulebookMistake]
}

/// One mistake in a rulebook, by line and field, in codes that a page turns into words.
public struct RulebookMistake: Sendable, Hashable, Codable {
    /// Counted from 1; 0 when the document as a whole is meant.
    public let line: Int
    /// Where it is, for example `cadence[2].after.opens`; empty for the document as a whole.
    public let field: String
    public let code: Code
    public let arguments: [String: String]

    public enum Code: String, Sendable, Hashable, CaseIterable, Codable {
        /// The text is not YAML (`problem`, in the words of the parser).
        case notYAML = "not-yaml"
        /// More bytes than are read (`most`).
        case tooLarge = "too-large"
        /// Lists in lists in lists (`most`).
        case tooDeep = "too-deep"
        /// A word that begins with `&` or `*`, as anchors and aliases do.
        case anchor
        /// A key given twice in one mapping (`key`).
        case duplicateKey = "duplicate-key"
        case unknownKey = "unknown-key"
        case missing
        /// A mapping, list or text was expected (`expected`).
        case wrongShape = "wrong-shape"
        case empty
        /// More characters than allowed (`most`).
        case tooLong = "too-long"
        /// More entries than allowed (`most`).
        case tooMany = "too-many"
        case notANumber = "not-a-number"
        /// Not an amount of money, such as 80 or 80.50.
        case notAnAmount = "not-an-amount"
        /// A higher price than any fee has (`most`).
        case amountTooLarge = "amount-too-large"
        /// Outside of what is allowed (`least`, `most`).
        case outOfRange = "out-of-range"
        /// A number of days or months below zero.
        case negative
        /// Not “10 days”, “2 weeks” or “3 months”.
        case notASpan = "not-a-span"
        /// Not “24 hours”.
        case notHours = "not-hours"
        case notATime = "not-a-time"
        case notAPhone = "not-a-phone"
        /// Not lower-case letters, digits and hyphens.
        case notAnIdentifier = "not-an-identifier"
        /// None of the words allowed there (`allowed`).
        case notAnOption = "not-an-option"
        /// An id or key that stands twice (`value`).
        case duplicate
        /// A stage, questionnaire or subject that the rulebook does not have (`value`).
        case unknownReference = "unknown-reference"
        /// An event that nothing in the product raises (`value`, `allowed`).
        case unknownEvent = "unknown-event"
        /// Words in braces that nobody fills in (`value`).
        case unknownPlaceholder = "unknown-placeholder"
        /// Exactly one of several keys is needed (`allowed`).
        case exactlyOne = "exactly-one"
        /// An end before its beginning.
        case endsBeforeStart = "ends-before-start"
        /// Days and months in one recurrence.
        case mixedUnits = "mixed-units"
        /// Steps or hours that run into each other.
        case overlapping
        /// Something endless recurs at less than the least interval (`least`, in days).
        case tooFrequent = "too-frequent"
        /// A circumstance that the rule's milestones can never be in.
        case impossible
    }
}
