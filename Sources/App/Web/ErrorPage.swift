import HTTPTypes

/// The page that says what went wrong and where to go on, in the reader's language.
struct ErrorPage: Page {
    static let template = "error"
    let values: PageValues

    /// - Parameter code: names the sentences `error-page.<code>.title`, `….message` and, optionally, `….advice`.
    /// - Parameter reference: the request's id, to find it in the log.
    init(_ code: String, message: String? = nil, reference: String? = nil, words: Words) {
        values = [
            "title": .text(words("error-page.\(code).title")),
            "message": .text(message ?? words("error-page.\(code).message")),
            "advice": .optional(words.optional("error-page.\(code).advice")),
            "backHref": .text(Paths.home),
            "backLabel": .text(words("error-page.back")),
            "reference": .optional(reference),
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
        }
    }

    /// Names the sentences of the error page.
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
        }
    }

    /// The sentence that says more than the kind of refusal does.
    func message(_ words: Words) -> String? {
        switch self {
        case .forbidden(let reason), .conflict(let reason): words.optional("refusal.\(reason)")
        case .notFound, .foreignOrigin, .signInRequired, .malformed, .tooLarge, .tooSlow, .unsupportedType, .tooMany:
            nil
        }
    }
}
