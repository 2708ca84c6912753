import Forms

/// Filter of the list of enquiries (UX-7).
enum EnquiryFilter {
    /// Searches number, name and phone, in any state.
    static let words = Field.text("q", maximum: 60, label: .key("enquiries.find"))
    /// Due today, or in one state; by default all open ones.
    static let state = Field.choice(
        "state",
        [.any("enquiries.open"), Choice(value: today, label: .key("enquiries.today"))]
            + Choice.each(EnquiryState.self, "enquiry.state."), label: .key("enquiries.column.state"))
    static let today = "today"

    static let form = Form("enquiry-filter", [words, state])
}

/// Enquiries due today (WEB-1, WEB-2).
struct EnquiriesToday: Sendable {
    /// The most urgent ones, at most `most`.
    let rows: [Enquiry]
    let unanswered: Int
    let late: Int
    let appointments: Int
    let secondFollowUps: Int

    static let most = 8

    var isEmpty: Bool { unanswered + appointments + secondFollowUps == 0 }
}
