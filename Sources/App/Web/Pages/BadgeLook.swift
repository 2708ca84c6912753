import Markup

/// Badge variant: the mark and colour of a state; the meaning is in the label beside it.
///
/// Raw values are the classes of `app.css`, which are named after states of follow-ups.
enum BadgeLook: String, CaseIterable {
    /// ○ under way, nothing to do.
    case neutral = "planned"
    /// ● to be done now.
    case now = "due"
    /// ▲ overdue.
    case late = "overdue"
    /// ◆ needs attention.
    case attention = "callback"
    /// ✓ ended well.
    case done
    /// × stopped: refused, locked, given up.
    case stopped = "unreachable"
    /// — inactive, for good or for now.
    case inactive = "not-applicable"
    /// ■ unreadable without a grant.
    case sealed
}

extension PageValue {
    /// The values of `components/badge.mustache`.
    static func badge(_ look: BadgeLook, _ label: String) -> PageValue {
        .page(["look": .text(look.rawValue), "label": .text(label)])
    }
}
