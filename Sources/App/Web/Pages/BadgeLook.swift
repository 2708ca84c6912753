/// Badge variant: the mark and colour in which a state is shown beside its words; every other meaning is in the words.
///
/// The raw values are the classes of `app.css`, which has them by the states of follow-ups.
enum BadgeLook: String, CaseIterable {
    /// ○ takes its course.
    case neutral = "planned"
    /// ● is to be done now.
    case now = "due"
    /// ▲ should have been done.
    case late = "overdue"
    /// ◆ somebody has to see to it.
    case attention = "callback"
    /// ✓ ended well.
    case done
    /// × was stopped: refused, locked, given up.
    case stopped = "unreachable"
    /// — counts no more, or not at present.
    case inactive = "not-applicable"
    /// ■ cannot be read without a grant.
    case sealed
}

extension PageValue {
    /// What `components/badge.mustache` draws.
    static func badge(_ look: BadgeLook, _ label: String) -> PageValue {
        .page(["look": .text(look.rawValue), "label": .text(label)])
    }
}
