/// A photograph in a report.
struct ReportPhotograph: Sendable, Hashable {
    let token: String
    let moment: String
}
