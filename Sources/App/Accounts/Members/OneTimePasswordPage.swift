import Forms
import Foundation
import Markup

/// The only page that shows a one-time password, and only once.
struct OneTimePasswordPage: Page {
    static let template = "accounts/members/password"
    let values: PageValues

    init(_ facts: (name: String, username: String), password: String, until end: Date, memberPath: String, words: Words)
    {
        values = [
            "staffHref": .text(Paths.staff), "memberHref": .text(memberPath),
            "explanation": .text(words("staff.password-explanation", ["name": facts.name])),
            "username": .text(facts.username), "password": .text(password),
            "until": .text(words("staff.password-until", ["time": words.dateTime(end)])),
        ]
    }
}
