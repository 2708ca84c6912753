import HTTPTypes

/// Why a submitted body was not read; the connection is closed after each of them.
enum FormProblem: Error, Hashable {
    /// It breaks the rules of its format: a bad `%` sequence, invalid UTF-8, a missing boundary, a cut body (400).
    case malformed
    /// It passes one of the `FormLimits` (413).
    case tooLarge
    /// It is neither a urlencoded nor a multipart form in UTF-8 (415).
    case unsupportedType
    /// It did not arrive in time, see `BodyPace` (408).
    case tooSlow

    /// The status of the answer to such a body.
    var status: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .tooLarge: .contentTooLarge
        case .unsupportedType: .unsupportedMediaType
        case .tooSlow: .requestTimeout
        }
    }

    /// Headers of the answer: what is left of the body is not read, so the connection cannot be used again.
    var headers: HTTPFields { [.connection: "close"] }
}
