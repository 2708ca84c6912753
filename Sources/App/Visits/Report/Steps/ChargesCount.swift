import Forms

/// Interim total of the charges while they are being entered: rows that cannot be counted are marked and skipped
/// (UX-10).
enum ChargesCount {
    /// The typed form with errors of its rows only; the rest is validated when it is saved.
    static func shown(_ bound: BoundForm) -> BoundForm {
        bound.errors.filter { row(of: $0.field) != nil }.reduce(bound.form.showing(bound.entered)) { $0.adding($1) }
    }

    /// The rows that can be counted so far.
    static func counted(_ bound: BoundForm, today: Day) -> BoundForm {
        let whole = bound.form.bind(bound.entered, today: today)
        let wrong = Set(whole.errors.compactMap { row(of: $0.field) })
        guard !wrong.isEmpty else { return whole }
        let right = bound.entered.filter { input, _ in row(of: input).map { !wrong.contains($0) } ?? true }
        return bound.form.bind(right, today: today)
    }

    /// `fees.1` for the cell `fees.1.quantity`; nil for an input outside the tables.
    private static func row(of input: String) -> String? {
        let parts = input.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 ? parts.dropLast().joined(separator: ".") : nil
    }
}
