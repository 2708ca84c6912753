extension ReportContext {
    /// Why the report cannot be edited any more, as a refusal's code; nil while it can.
    var closed: String? {
        switch briefing.order.state {
        // A cancelled order's visits are withdrawn too.
        case .cancelled: "order-cancelled"
        case .refused: "order-refused"
        case .requested: "order-not-approved"
        case .approved, .dispatched, .accepted, .onSite, .reported, .confirmed, .handedIn, .closed:
            visit.state == .withdrawn ? "report-withdrawn" : nil
        }
    }
}
