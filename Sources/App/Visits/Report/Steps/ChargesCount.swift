import Forms

/// The sum that is asked for while the charges are still being filled in: a row that cannot be counted is marked, and
/// the others are counted without it (UX-10).
enum ChargesCount {
    /// What was typed, with what is wrong in the rows; the rest is not judged before it is saved.
    static func shown(_ bound: BoundForm) -> BoundForm {
        bound.errors.filter { row(of: $0.field) != nil }.reduce(bound.form.showing(bound.entered)) { $0.adding($1) }
    }

    /// What is counted of what was typed so far.
    static func counted(_ bound: BoundForm, today: Day) -> BoundForm {
        let whole = bound.form.bind(bound.entered, today: today)
        let wrong = Set(whole.errors.compactMap { row(of: $0.field) })
        guard !wrong.isEmpty else { return whole }
        let right = bound.entered.filter { input, _ in row(of: input).map { !wrong.contains($0) } ?? true }
        return bound.form.bind(right, today: today)
    }

    /// `fees.1` for the cell `fees.1.quantity`; nil for what stands in no row.
    private static func row(of input: String) -> String? {
        let parts = input.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 ? parts.dropLast().joined(separator: ".") : nil
    }
}
