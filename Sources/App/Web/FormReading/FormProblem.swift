import HTTPTypes

/// Why a submitted body was rejected; the connection is closed after each of them.
enum FormProblem: Error, Hashable {
    /// Invalid format: a bad `%` sequence, invalid UTF-8, a missing boundary, a cut body (400).
    case malformed
    /// Beyond one of the `FormLimits` (413).
    case tooLarge
    /// Neither a urlencoded nor a multipart form in UTF-8 (415).
    case unsupportedType
    /// Slower than `BodyPace` (408).
    case tooSlow

    /// The HTTP status of the answer.
    var status: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .tooLarge: .contentTooLarge
        case .unsupportedType: .unsupportedMediaType
        case .tooSlow: .requestTimeout
        }
    }

    /// The rest of the body is not read, so the connection cannot be reused.
    var headers: HTTPFields { [.connection: "close"] }
}
