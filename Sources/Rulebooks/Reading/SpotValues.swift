import Forms

extension YAMLNode {
    /// A whole number, as a count or percentage.
    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let scalar = scalar() else { return nil }
        guard let number = Int(scalar) else {
            note(.notANumber)
            return nil
        }
        return checked(number, in: range)
    }

    /// “10 days”, “2 weeks” or “3 months”.
    func span(atLeast least: Int = 0) -> Span? {
        guard let scalar = scalar() else { return nil }
        let words = scalar.split(separator: " ")
        guard words.count == 2, let number = Int(words[0]) else {
            note(.notASpan)
            return nil
        }
        switch words[1] {
        case "day", "days":
            return span(number, atLeast: least, most: Limits.days).map { .days($0) }
        case "week", "weeks":
            return span(number, atLeast: least, most: Limits.days / 7).map { .days($0 * 7) }
        case "month", "months":
            return span(number, atLeast: least, most: Limits.months).map { .months($0) }
        default:
            note(.notASpan)
            return nil
        }
    }

    /// A span of days or weeks, in days.
    func days(atLeast least: Int = 0, most: Int = Limits.days) -> Int? {
        switch span(atLeast: least) {
        case .days(let count): return checked(count, in: least...most)
        case .months:
            note(.mixedUnits)
            return nil
        case nil: return nil
        }
    }

    /// “24 hours”, in hours.
    func hours() -> Int? {
        guard let scalar = scalar() else { return nil }
        let words = scalar.split(separator: " ")
        guard words.count == 2, let number = Int(words[0]), words[1] == "hours" || words[1] == "hour" else {
            note(.notHours)
            return nil
        }
        return checked(number, in: 1...Limits.hours)
    }

    private func span(_ number: Int, atLeast least: Int, most: Int) -> Int? {
        guard number >= 0 else {
            note(.negative)
            return nil
        }
        return checked(number, in: least...most)
    }

    private func checked(_ number: Int, in range: ClosedRange<Int>) -> Int? {
        guard range.contains(number) else {
            note(.outOfRange, ["least": "\(range.lowerBound)", "most": "\(range.upperBound)"])
            return nil
        }
        return number
    }

    func time() -> TimeOfDay? {
        guard let scalar = scalar() else { return nil }
        guard let time = TimeOfDay(scalar) else {
            note(.notATime)
            return nil
        }
        return time
    }

    func phone() -> PhoneNumber? {
        guard let scalar = scalar() else { return nil }
        guard let phone = PhoneNumber(typed: scalar) else {
            note(.notAPhone)
            return nil
        }
        return phone
    }

    /// A case of an enumeration.
    func option<Option: RawRepresentable & CaseIterable>(_: Option.Type) -> Option? where Option.RawValue == String {
        guard let word = word(of: Option.allCases.map(\.rawValue)) else { return nil }
        return Option(rawValue: word)
    }

    func word(of allowed: [String]) -> String? {
        guard let scalar = scalar() else { return nil }
        guard allowed.contains(scalar) else {
            note(.notAnOption, ["allowed": allowed.joined(separator: ", "), "value": String(scalar.prefix(60))])
            return nil
        }
        return scalar
    }

    /// Lower-case letters, digits and single hyphens between them, at most 40 characters.
    func identifier() -> String? {
        guard let scalar = scalar() else { return nil }
        let parts = scalar.split(separator: "-", omittingEmptySubsequences: false)
        let isWellFormed = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        }
        guard isWellFormed, scalar.utf8.count <= 40 else {
            note(.notAnIdentifier)
            return nil
        }
        return scalar
    }

    /// A reference to an id of the rulebook; not checked when the ids are unknown (nil).
    func reference(to known: [String]?) -> String? {
        guard let identifier = identifier() else { return nil }
        guard let known, !known.contains(identifier) else { return identifier }
        note(.unknownReference, ["value": identifier])
        return nil
    }
}
