import Markup

/// One's own sessions, with the current one marked.
struct SessionsPage: Page {
    static let template = "accounts/sessions/index"
    let values: PageValues

    init(_ sessions: [Session], current: Session.ID, words: Words) {
        values = [
            "summary": .text(words("sessions.summary", ["count": String(sessions.count)])),
            "passwordHref": .text(Paths.password),
            "endAllAction": .text(Paths.sessionsEnding),
            "submission": .text(SubmissionID.random().text),
            "sessions": .list(sessions.map { Self.row($0, isCurrent: $0.id == current, words) }),
        ]
    }

    private static func row(_ session: Session, isCurrent: Bool, _ words: Words) -> PageValues {
        [
            "browser": .text(words.browser(session.browser)), "address": .text(session.address),
            "started": .text(words.dateTime(session.startedAt)), "seen": .text(words.dateTime(session.seenAt)),
            "isCurrent": .flag(isCurrent), "endAction": .text(Paths.sessionEnding(session.id)),
            "submission": .text(SubmissionID.random().text),
        ]
    }
}
