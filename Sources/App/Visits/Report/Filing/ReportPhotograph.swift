/// A photograph as a report shows it.
struct ReportPhotograph: Sendable, Hashable {
    let token: String
    let moment: String
}
