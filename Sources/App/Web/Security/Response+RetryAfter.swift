import Foundation
import HTTPTypes
import Hummingbird

extension Response {
    /// The same with the whole seconds after which trying again makes sense; at most a day.
    func retryable(after seconds: TimeInterval) -> Response {
        var response = self
        response.headers[.retryAfter] = String(Int(min(max(1, seconds), 24 * 3600).rounded(.up)))
        return response
    }
}
