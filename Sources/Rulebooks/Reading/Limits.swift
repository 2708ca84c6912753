/// The bounds of a rulebook: generous for any company, small enough that no upload can exhaust the service.
enum Limits {
    static let bytes = 524_288
    /// Brackets within brackets, and characters of indentation.
    static let depth = 16
    static let indent = 64
    static let days = 3_660
    static let months = 600
    /// The longest time that a deadline may give: a month.
    static let hours = 720
    /// The longest that somebody may be let into a record: seven days (ACC-4).
    static let grantHours = 168
    /// The longest that one window may be open, in days.
    static let openDays = 366
    /// The most occurrences that the steps of a recurrence may have that end, all of them together.
    static let occurrences = 600
    /// The least days between two occurrences of a recurrence without an end.
    static let endlessInterval = 7
    /// How long after its milestone an endless recurrence is followed, in days: a century.
    static let lifetime = 36_525
    static let entries = 100
    static let questions = 40
    static let characters = 1_000
}
