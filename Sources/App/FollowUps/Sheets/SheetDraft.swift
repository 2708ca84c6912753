import Forms
import Foundation

/// Draft of a sheet, auto-saved on the server during the call (FUP-1).
struct SheetDraft: Sendable {
    let content: SheetContent
    let savedAt: Date
    /// Incremented by each save.
    let version: Int
    /// The submission id of the form, which identifies the window.
    let submission: String

    /// Whether a window may overwrite the draft, because it wrote or has shown it; otherwise another window's text
    /// would be lost (UX-10).
    func isKnown(to window: DraftWindow) -> Bool {
        submission == window.submission.text || version == window.version
    }
}

/// A window with a sheet, and the version of the draft that it knows.
struct DraftWindow: Sendable {
    let submission: SubmissionID
    /// 0 where there was no draft yet.
    let version: Int

    /// A window that was opened without a draft.
    static var blank: DraftWindow { DraftWindow(submission: .random(), version: 0) }
}

/// Result of saving a draft.
enum DraftKeeping: Sendable {
    case kept(version: Int)
    /// Another window has saved meanwhile; nothing was overwritten.
    case stale(SheetDraft)
    /// The follow-up is no longer this person's.
    case closed

    var isKept: Bool {
        switch self {
        case .kept: true
        case .stale, .closed: false
        }
    }
}

/// Conflict: another window has saved a draft of this sheet since this one was opened (UX-10).
struct StaleDraft: TooLate {
    let stored: SheetDraft
}

/// How a sheet's page relates to the stored draft.
enum ShownDraft: Sendable {
    /// The page shows the draft; nil when there was none.
    case opened(SheetDraft?)
    /// The page shows the posted form, and knows only the draft's version.
    case known(Int?)
    /// The page shows the posted form beside the draft that another window saved.
    case stale(SheetDraft?, BoundForm)

    var version: Int {
        switch self {
        case .opened(let draft), .stale(let draft, _): draft?.version ?? 0
        case .known(let version): version ?? 0
        }
    }

    /// When the content of the page was saved.
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
