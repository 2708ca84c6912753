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

    struct Unreadable: Error { let line: String }

    init(_ line: Substring) throws {
        let words = line.split(separator: " ").map(String.init)
        let answers = words.suffix(Self.columns.count)
        let whose = words.count == 2 + answers.count ? Whose.nobodys : words.dropFirst(2).first.flatMap(Whose.init)
        guard let whose, (2...3).contains(words.count - Self.columns.count),
            answers.allSatisfy({ $0 == "---" || Int($0) != nil })
        else { throw Unreadable(line: String(line)) }
        route = words[0] + " " + words[1]
        self.whose = whose
        statuses = Dictionary(uniqueKeysWithValues: zip(Self.columns, answers)).compactMapValues { Int($0) }
    }
}
