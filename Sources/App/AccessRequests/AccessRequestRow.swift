import Forms
import Foundation
import Markup

/// A row in lists of access requests.
enum AccessRequestRow {
    static func values(_ request: AccessRequest, words: Words, today: Day) -> PageValues {
        [
            "href": .text(Paths.accessRequest(request.id)),
            "name": .text(request.memberName), "customer": .text(request.customerName),
            "number": .text(request.projectNumber),
            "scope": .text(
                request.feedbackNumber ?? words(request.record == nil ? "access.scope.project" : "access.scope.record")),
            "reason": .text(request.reason), "time": .text(words.dateTime(request.requestedAt)),
            "hours": .text(words("access.hours", ["count": String(request.hours)])),
            "badge": badge(request, words),
        ]
    }

    static func badge(_ request: AccessRequest, _ words: Words) -> PageValue {
        let look: BadgeLook =
            switch request.state {
            case .pending: .now
            case .approved: .done
            case .refused, .revoked: .stopped
            case .expired: .inactive
            }
        return .badge(look, words("access.state.\(request.state.rawValue)"))
    }
}
