import Forms
import HTTPTypes
import Hummingbird
import Markup

/// Guards GET routes that write an audit entry (ACC-5): a cross-site link, a prefetch or a HEAD request must not record
/// that somebody has read, exported or seen a number.
struct OpenedKnowingly: RouterMiddleware {
    typealias Context = MemberContext

    let pages: PageResponder

    func handle(
        _ request: Request, context: MemberContext, next: (Request, MemberContext) async throws -> Response
    ) async throws -> Response {
        switch Opening(request) {
        case .byItself:
            let type = request.uri.path.hasSuffix(".csv") ? "text/csv; charset=utf-8" : "text/html; charset=utf-8"
            return Response(status: .ok, headers: [.contentType: type])
        case .fromElsewhere:
            return try await pages.show(OpenKnowinglyPage(context.returnPath), to: context)
        case .byPerson: return try await next(request, context)
        }
    }

    /// What caused the request.
    private enum Opening {
        case byPerson
        /// A link on another site, or a prefetch.
        case fromElsewhere
        /// A HEAD request.
        case byItself

        init(_ request: Request) {
            let header = { (name: String) in HTTPField.Name(name).flatMap { request.headers[$0] } }
            let site = header("Sec-Fetch-Site") ?? "none"
            let looksAhead = header("Sec-Purpose")?.contains("prefetch") ?? false
            if request.method == .head {
                self = .byItself
            } else if request.method == .get, looksAhead || (site != "same-origin" && site != "none") {
                self = .fromElsewhere
            } else {
                self = .byPerson
            }
        }
    }
}

/// The page shown instead: the address, and a button that opens it.
struct OpenKnowinglyPage: Page {
    static let template = "web/security/open"
    let values: PageValues

    init(_ path: String) { values = ["href": .text(path)] }
}

extension RouterMethods where Context == MemberContext {
    /// A group of routes whose opening is audited.
    func owingEntry(_ pages: PageResponder) -> RouterGroup<MemberContext> {
        group().add(middleware: OpenedKnowingly(pages: pages))
    }
}
