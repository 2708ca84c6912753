import Forms

/// Which enquiries a list shows: the form that its address fills (UX-7).
enum EnquiryFilter {
    /// Looked for in number, name and phone, in whatever state it is; left open for a list by state.
    static let words = Field.text("q", maximum: 60, label: .key("enquiries.find"))
    /// Those for which something is to be done today, or those in one state; left open, all that are open.
    static let state = Field.choice(
        "state",
        [.any("enquiries.open"), Choice(value: today, label: .key("enquiries.today"))]
            + Choice.each(EnquiryState.self, "enquiry.state."), label: .key("enquiries.column.state"))
    static let today = "today"

    static let form = Form("enquiry-filter", [words, state])
}

/// What the desk has to do today (WEB-1, WEB-2).
struct EnquiriesToday: Sendable {
    /// The most pressing ones, at most `most`.
    let rows: [Enquiry]
    let unanswered: Int
    let late: Int
    let appointments: Int
    let secondFollowUps: Int

    static let most = 8

    var isEmpty: Bool { unanswered + appointments + secondFollowUps == 0 }
}
