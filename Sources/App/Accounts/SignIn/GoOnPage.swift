import Forms

/// After signing in again: the form that was filled before is sent on with one button (UX-2).
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
