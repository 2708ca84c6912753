import Forms
import Markup

/// The sign-in page, perhaps with a page or a pending form to continue with.
struct SignInPage: Page {
    static let template = "accounts/sign-in/form"
    let values: PageValues

    /// Why the page is shown.
    enum Reason: Sendable {
        /// Requested, or redirected from the page in `then`.
        case asked
        /// A form's session had ended.
        case ended
        /// Another member had opened the form: only they can send it.
        case otherOpener
    }

    /// - Parameter pending: the encrypted pending form.
    init(
        _ bound: BoundForm = SignInForm.form.blank, then: LocalPath? = nil, pending: String? = nil,
        because reason: Reason = .asked, words: Words
    ) {
        let own: PageValues = [
            "title": .text(words(reason == .otherOpener ? "sign-in.title-other-opener" : "sign-in.title")),
            "then": .optional(then?.text), "pending": .optional(pending),
            "note": .optional(Self.note(then, pending, reason).map { words($0) }),
            "homeHref": reason == .otherOpener ? .text(Paths.home) : .none,
        ]
        values = FormValues.make(bound, action: Paths.signIn, submit: "sign-in.submit", words: words)
            .merging(own) { _, own in own }
    }

    private static func note(_ then: LocalPath?, _ pending: String?, _ reason: Reason) -> String? {
        switch reason {
        case .otherOpener: "sign-in.note-other-opener"
        case .asked where pending != nil, .ended where pending != nil: "sign-in.note-pending"
        case .ended: "sign-in.note-ended"
        case .asked: then.map { $0.text != Paths.home } ?? false ? "sign-in.note-then" : nil
        }
    }
}
