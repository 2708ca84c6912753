import Forms

/// Filter of the list of feedback (UX-7): one month, by the day of the feedback.
enum FeedbackFilter {
    /// By default the current month.
    static let month = Field.text("month", maximum: 7, label: .key("feedback.months"))
    static let channel = Field.choice(
        "channel", Choice.each(FeedbackChannel.self, "feedback.channel."), label: .key("feedback.channel"))
    /// Only projects of the current member.
    static let agent = Field.choices(
        "agent", [Choice(value: "me", label: .key("feedback.of-mine"))], label: .key("feedback.of-mine"))

    static let form = Form("feedback-filter", [month, channel, agent])

    static func month(of query: ListQuery, today: Day) -> Month {
        query[month].flatMap(Month.init) ?? Month(of: today)
    }
}

/// One page of a month's feedback, with totals per channel (FBK-5).
struct FeedbackList: Sendable {
    let feedback: ListSlice<Feedback>
    /// Totals of the whole month, regardless of page and channel.
    let counts: [FeedbackChannel: Int]
    let links: LinkFigures

    var count: Int { counts.values.reduce(0, +) }
}

/// Response rate of a month's links: how many were made, and how many answered.
struct LinkFigures: Sendable, Hashable {
    let made: Int
    let used: Int
}
