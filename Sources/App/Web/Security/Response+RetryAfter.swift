import Foundation
import HTTPTypes
import Hummingbird

extension Response {
    /// The response with `Retry-After`, in whole seconds, at most a day.
    func retryable(after seconds: TimeInterval) -> Response {
        var response = self
        response.headers[.retryAfter] = String(Int(min(max(1, seconds), 24 * 3600).rounded(.up)))
        return response
    }
}
