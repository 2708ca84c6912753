import Testing

@testable import App

/// Whose thing a path leads to.
enum Whose: String, Sendable, CaseIterable {
    case nobodys, own, other, missing
}

/// One line of the table.
struct ExpectedLine: Sendable, CustomTestStringConvertible {
    /// As the router names it: `GET /customers/{id}`.
    let route: String
    let whose: Whose
    /// By username; nobody is the empty name. What cannot be asked is left out.
    let statuses: [String: Int]

    var testDescription: String { "\(route) \(whose)" }

    static let columns = [""] + Staff.allCases.map(\.rawValue)

    init?(_ line: Substring) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count >= 2 + Self.columns.count else { return nil }
        route = words[0] + " " + words[1]
        whose = Whose(rawValue: words[2]) ?? .nobodys
        let answers = words.suffix(Self.columns.count).map { Int($0) }
        statuses = Dictionary(uniqueKeysWithValues: zip(Self.columns, answers)).compactMapValues { $0 }
    }
}
