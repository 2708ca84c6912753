import Foundation
import Testing

/// The rules of behaviour in docs/requirements.md, and those who cite them.
struct RequirementTests {
    private struct Requirement {
        let id: String
        let isPlanned: Bool
    }

    private static func requirements() throws -> [Requirement] {
        let file = try #require(ProjectFolder.files(in: "docs", ["md"]).first { $0.name == "requirements.md" })
        return file.text.matches(of: #/(?m)^- ([A-Z]+-\d+[a-z]?) (\(planned\))?/#).map {
            Requirement(id: String($0.1), isPlanned: $0.2 != nil)
        }
    }

    /// Every id that is written anywhere in these files; of `ACC-1 to ACC-5`, all five.
    private static func cited(in folders: [String], _ extensions: Set<String>) throws -> Set<String> {
        let groups = Set(try requirements().map { $0.id.prefix { $0 != "-" } })
        var cited: Set<String> = []
        for file in try folders.flatMap({ try ProjectFolder.files(in: $0, extensions) }) {
            for match in file.text.matches(of: #/\b([A-Z]{2,3})-(\d+)([a-z]?)(?: (?:to|bis) [A-Z]{2,3}-(\d+))?/#)
            where groups.contains(match.1) {
                let first = Int(match.2) ?? 0
                for number in first...max(first, match.4.flatMap { Int($0) } ?? first) {
                    cited.insert("\(match.1)-\(number)\(match.3)")
                }
            }
        }
        return cited
    }

    @Test("every rule that code, tests or documents cite is there")
    func known() throws {
        let known = Set(try Self.requirements().map(\.id))
        #expect(known.count > 100)
        let cited = try Self.cited(in: ["Sources", "Tests", "docs"], ["swift", "py", "md", "mustache"])
        #expect(cited.count > 60)
        #expect(cited.subtracting(known).sorted() == [])
    }

    @Test("every rule that is built is cited by a test")
    func proven() throws {
        let cited = try Self.cited(in: ["Tests"], ["swift", "py"])
        let built = try Self.requirements().filter { !$0.isPlanned }.map(\.id)
        #expect(Set(built).subtracting(cited).sorted() == [])
    }
}
