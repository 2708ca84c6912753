import Forms

/// Which feedback a list shows: the form that its address fills (UX-7). It is that of one month, by the day on which the
/// customer said it.
enum FeedbackFilter {
    /// Left open, it is this one.
    static let month = Field.text("month", maximum: 7, label: .key("feedback.months"))
    static let channel = Field.choice(
        "channel", Choice.each(FeedbackChannel.self, "feedback.channel."), label: .key("feedback.channel"))
    /// Only of projects whose agent one is oneself.
    static let agent = Field.choices(
        "agent", [Choice(value: "me", label: .key("feedback.of-mine"))], label: .key("feedback.of-mine"))

    static let form = Form("feedback-filter", [month, channel, agent])

    static func month(of query: ListQuery, today: Day) -> Month {
        query[month].flatMap(Month.init) ?? Month(of: today)
    }
}

/// One page of a month's feedback, with how much came on which way (FBK-5).
struct FeedbackList: Sendable {
    let feedback: ListSlice<Feedback>
    /// Of the whole month, on whatever page and channel one is.
    let counts: [FeedbackChannel: Int]
    let links: LinkFigures

    var count: Int { counts.values.reduce(0, +) }
}

/// How many links were made in a month, and by how many of them a customer has answered.
struct LinkFigures: Sendable, Hashable {
    let made: Int
    let used: Int
}
