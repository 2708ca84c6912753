/// Limits of a rulebook: generous for any company, but no upload can exhaust the server.
enum Limits {
    static let bytes = 524_288
    /// Nesting of brackets, and characters of indentation.
    static let depth = 16
    static let indent = 64
    static let days = 3_660
    static let months = 600
    /// Maximum hours of a deadline: 30 days.
    static let hours = 720
    /// Maximum hours of an access grant: seven days (ACC-4).
    static let grantHours = 168
    /// Maximum days that a window may be open.
    static let openDays = 366
    /// Maximum occurrences of finite recurrences, over all steps.
    static let occurrences = 600
    /// Minimum days between occurrences of an endless recurrence.
    static let endlessInterval = 7
    /// Days after its milestone up to which an endless recurrence is computed: a century.
    static let lifetime = 36_525
    static let entries = 100
    static let questions = 40
    static let characters = 1_000
}
