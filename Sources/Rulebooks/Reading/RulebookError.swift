/// Why a document is not a valid rulebook: all mistakes, by line.
public struct RulebookError: Error, Sendable, Hashable {
    public let mistakes: [RulebookMistake]
}

/// One mistake in a rulebook, by line and field, as a code to be formatted.
public struct RulebookMistake: Sendable, Hashable, Codable {
    /// From 1; 0 for the document as a whole.
    public let line: Int
    /// Path of the field, such as `cadence[2].after.opens`; empty for the document as a whole.
    public let field: String
    public let code: Code
    public let arguments: [String: String]

    public enum Code: String, Sendable, Hashable, CaseIterable, Codable {
        /// The text is not YAML (`problem`: the parser's message).
        case notYAML = "not-yaml"
        /// More bytes than allowed (`most`).
        case tooLarge = "too-large"
        /// Nested too deeply (`most`).
        case tooDeep = "too-deep"
        /// A word that begins with `&` or `*`, like YAML's anchors and aliases.
        case anchor
        /// A duplicate key in a mapping (`key`).
        case duplicateKey = "duplicate-key"
        case unknownKey = "unknown-key"
        case missing
        /// Not a mapping, list or text as expected (`expected`).
        case wrongShape = "wrong-shape"
        case empty
        /// More characters than allowed (`most`).
        case tooLong = "too-long"
        /// More entries than allowed (`most`).
        case tooMany = "too-many"
        case notANumber = "not-a-number"
        /// Not an amount of money, such as 80 or 80.50.
        case notAnAmount = "not-an-amount"
        /// A price above the maximum (`most`).
        case amountTooLarge = "amount-too-large"
        /// Out of range (`least`, `most`).
        case outOfRange = "out-of-range"
        /// A negative number of days or months.
        case negative
        /// Not “10 days”, “2 weeks” or “3 months”.
        case notASpan = "not-a-span"
        /// Not “24 hours”.
        case notHours = "not-hours"
        case notATime = "not-a-time"
        case notAPhone = "not-a-phone"
        /// Not lower-case letters, digits and hyphens.
        case notAnIdentifier = "not-an-identifier"
        /// Not one of the allowed words (`allowed`).
        case notAnOption = "not-an-option"
        /// A duplicate id or key (`value`).
        case duplicate
        /// A reference to a stage, questionnaire or subject that the rulebook does not have (`value`).
        case unknownReference = "unknown-reference"
        /// An event that the product never raises (`value`, `allowed`).
        case unknownEvent = "unknown-event"
        /// An unknown placeholder (`value`).
        case unknownPlaceholder = "unknown-placeholder"
        /// Not exactly one of several keys (`allowed`).
        case exactlyOne = "exactly-one"
        /// The end is before the start.
        case endsBeforeStart = "ends-before-start"
        /// Days and months mixed in one recurrence.
        case mixedUnits = "mixed-units"
        /// Overlapping steps or hours.
        case overlapping
        /// An endless recurrence below the minimum interval (`least`, in days).
        case tooFrequent = "too-frequent"
        /// A circumstance that the rule's milestones can never meet.
        case impossible
    }
}
