import Forms
import Foundation

/// What was typed into a sheet so far, kept on the server while talking (FUP-1).
struct SheetDraft: Sendable {
    let content: SheetContent
    let savedAt: Date
    /// Grows with each saving.
    let version: Int
    /// The filled form, and so the window, that it was typed in.
    let submission: String

    /// Whether a window may save over it, as it wrote it or has shown it; else another window's words would go (UX-10).
    func isKnown(to window: DraftWindow) -> Bool {
        submission == window.submission.text || version == window.version
    }
}

/// A window in which a sheet is filled, and the version of the draft that it knows.
struct DraftWindow: Sendable {
    let submission: SubmissionID
    /// 0 where there was no draft yet.
    let version: Int

    /// A window in which no draft was shown.
    static var blank: DraftWindow { DraftWindow(submission: .random(), version: 0) }
}

/// What became of a draft that a window wanted to keep.
enum DraftKeeping: Sendable {
    case kept(version: Int)
    /// Another window has saved meanwhile; nothing was overwritten.
    case stale(SheetDraft)
    /// The call is no longer this person's.
    case closed

    var isKept: Bool {
        switch self {
        case .kept: true
        case .stale, .closed: false
        }
    }
}

/// Another window has saved a draft of this sheet since this one was opened (UX-10).
struct StaleDraft: TooLate {
    let stored: SheetDraft
}

/// The draft behind the sheet that a page shows.
enum ShownDraft: Sendable {
    /// It is on the page; nil where there was none.
    case opened(SheetDraft?)
    /// The page shows what was just sent; of the draft it knows the version alone.
    case known(Int?)
    /// The page shows what was sent beside what another window has saved.
    case stale(SheetDraft?, BoundForm)

    var version: Int {
        switch self {
        case .opened(let draft), .stale(let draft, _): draft?.version ?? 0
        case .known(let version): version ?? 0
        }
    }

    /// When what is on the page was saved.
    var restoredAt: Date? {
        switch self {
        case .opened(let draft): draft?.savedAt
        case .known, .stale: nil
        }
    }

    var theirs: BoundForm? {
        switch self {
        case .opened, .known: nil
        case .stale(_, let theirs): theirs
        }
    }
}
