import Forms
import HTTPTypes
import Hummingbird

/// Stands before every address whose opening owes an entry in the trail (ACC-5): nobody is made to have read, exported
/// or seen a number by a link on somebody else's page, a browser that looks ahead, or a question for the headers alone.
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

    /// Who or what makes the browser ask.
    private enum Opening {
        case byPerson
        /// A page of another site, or the browser before anybody has pressed anything.
        case fromElsewhere
        /// Only for the headers.
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

/// What is shown instead: which address of ours it is, and a button that opens it.
struct OpenKnowinglyPage: Page {
    static let template = "web/security/open"
    let values: PageValues

    init(_ path: String) { values = ["href": .text(path)] }
}

extension RouterMethods where Context == MemberContext {
    /// A group of routes that write an entry when they are opened.
    func owingEntry(_ pages: PageResponder) -> RouterGroup<MemberContext> {
        group().add(middleware: OpenedKnowingly(pages: pages))
    }
}
