import Forms
import Markup

/// The page after signing in again, with a button that sends the pending form (UX-2).
struct GoOnPage: Page {
    static let template = "accounts/sign-in/go-on"
    let values: PageValues

    init(_ pending: PendingForm) {
        values = [
            "action": .text(pending.path),
            "hidden": .list(pending.fields.map { ["name": .text($0.name), "value": .text($0.value)] }),
            "homeHref": .text(Paths.home),
        ]
    }
}
