import HTTPTypes
import Hummingbird

@testable import App

extension ShownPage {
    /// Where its links lead, but for other weeks and months: there is always another, with the same figures in it.
    var waysOn: [String] {
        links.compactMap { $0["href"] }
            .filter { $0.hasPrefix("/") && !$0.contains("week=") && !$0.contains("month=") }
    }
}

/// The addresses that the router knows, with things put into them.
struct EveryAddress {
    let company: TestCompany

    /// - Parameter numbers: what stands in place of every `:id`.
    func paths(_ method: HTTPRequest.Method, numbers: [String]) -> [String] {
        company.app.router().routes.filter { $0.method == method }.flatMap { route in
            let path = "\(route.path)"
            return path.contains("{") || path.contains(":") ? numbers.map { filled(path, $0) } : [path]
        }
    }

    nonisolated(unsafe) private static let parameter = #/:[a-z]+|\{[a-z]+\}/#

    private func filled(_ path: String, _ number: String) -> String {
        path.replacing(Self.parameter, with: number)
    }

    /// Texts that are no number of anything.
    static let odd = [
        "999999", "0", "-1", "1.5", "007", "%EF%BC%91", "99999999999999999999", "1%00", "..%2F1", "%FF", "x",
    ]
}
