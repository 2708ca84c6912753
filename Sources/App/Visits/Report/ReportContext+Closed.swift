extension ReportContext {
    /// Why nothing can be filled in any more, as a code of a refusal.
    var closed: String? {
        switch briefing.order.state {
        // Its visits were withdrawn with it.
        case .cancelled: "order-cancelled"
        case .refused: "order-refused"
        case .requested: "order-not-approved"
        case .approved, .dispatched, .accepted, .onSite, .reported, .confirmed, .handedIn, .closed:
            visit.state == .withdrawn ? "report-withdrawn" : nil
        }
    }
}
