import HTTPTypes
import Markup

/// The error page: what went wrong and where to go on, in the reader's language.
struct ErrorPage: Page {
    static let template = "error"
    let values: PageValues

    /// - Parameter code: of the catalogue keys `error-page.<code>.title`, `….message` and, optionally, `….advice`.
    /// - Parameter reference: the request's id, to find it in the log.
    /// - Parameter typed: the texts of a form that was not stored.
    /// - Parameter again: that form, where it can be sent again.
    init(
        _ code: String, title: String? = nil, message: String? = nil, reference: String? = nil, typed: [String] = [],
        again: PendingForm? = nil, words: Words
    ) {
        values = [
            "title": .text(title ?? words("error-page.\(code).title")),
            "message": .text(message ?? words("error-page.\(code).message")),
            "advice": .optional(words.optional("error-page.\(code).advice")),
            "backHref": .text(Paths.home),
            "backLabel": .text(words("error-page.back")),
            "reference": .optional(reference),
            "typed": .list(typed.map { ["text": .text($0)] }), "hasTyped": .flag(!typed.isEmpty),
            "again": again.map { form in
                .page([
                    "action": .text(form.path),
                    "hidden": .list(form.fields.map { ["name": .text($0.name), "value": .text($0.value)] }),
                ])
            } ?? .none,
        ]
    }
}

extension Refusal {
    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .forbidden, .foreignOrigin: .forbidden
        case .signInRequired: .unauthorized
        case .malformed: .badRequest
        case .tooLarge: .contentTooLarge
        case .tooSlow: .requestTimeout
        case .unsupportedType: .unsupportedMediaType
        case .tooMany: .tooManyRequests
        case .conflict: .conflict
        case .storage(.full): HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
        case .storage(.locked), .storage(.failing), .storage(.gone), .storage(.corrupt): .serviceUnavailable
        case .storage(.damaged): .internalServerError
        }
    }

    /// The part of the catalogue keys that names the error.
    var code: String {
        switch self {
        case .notFound: "not-found"
        case .forbidden: "forbidden"
        case .foreignOrigin: "foreign-origin"
        case .signInRequired: "sign-in-required"
        case .malformed: "malformed"
        case .tooLarge: "too-large"
        case .tooSlow: "too-slow"
        case .unsupportedType: "unsupported-type"
        case .tooMany: "too-many"
        case .conflict: "conflict"
        case .storage(let trouble): trouble.name
        }
    }

    /// A title of its own, where the general one would mislead.
    func title(_ words: Words) -> String? {
        switch self {
        case .forbidden(let reason), .conflict(let reason): words.optional("refusal-title.\(reason)")
        case .notFound, .foreignOrigin, .signInRequired, .malformed, .tooLarge, .tooSlow, .unsupportedType, .tooMany,
            .storage:
            nil
        }
    }

    /// A message more specific than the general one.
    func message(_ words: Words) -> String? {
        switch self {
        case .forbidden(let reason), .conflict(let reason): words.optional("refusal.\(reason)")
        case .notFound, .foreignOrigin, .signInRequired, .malformed, .tooLarge, .tooSlow, .unsupportedType, .tooMany,
            .storage:
            nil
        }
    }
}
