import Testing

/// The content of records has one door (ACC-2): nothing else in the program names the columns that hold it.
struct SealedContentTests {
    private struct Source {
        let file: SourceFile
        let codeLines: [String]
        let literals: [String]

        var path: String { file.path }
        var name: String { file.name }
    }

    /// Read once, since every test looks through the whole program.
    private static let sources = ProjectFolder.sources.filter { $0.path.hasPrefix("Sources/App/") }.map {
        Source(file: $0, codeLines: $0.codeLines, literals: $0.literals)
    }
    private static let tables = ["sheet_revision", "sheet_draft"]

    /// The file in which the store of the content is declared.
    private static let store = source(declaring: "SheetContentStore")

    private static func source(declaring store: String) -> Source? {
        sources.first { $0.codeLines.contains { $0.contains("enum \(store)") } }
    }

    private static let statements: [(file: Source, sql: String)] =
        sources.filter { $0.path != store?.path && !$0.path.contains("/Migrations/") }.flatMap { file in
            file.literals.filter { literal in tables.contains { literal.contains($0) } }.map { (file, $0) }
        }

    @Test("statements elsewhere on these tables select neither the content nor everything")
    func columns() throws {
        #expect(Self.store != nil)
        let harmful = try Self.statements.filter { try Self.selectsContent($0.sql) }
        #expect(harmful.map { "\($0.file.path): \($0.sql)" } == [])
    }

    /// Whether a statement names the column, or takes all columns of a table that has it.
    private static func selectsContent(_ sql: String) throws -> Bool {
        let names =
            sql.matches(of: #/\b(sheet_revision|sheet_draft)\b(?:\s+AS)?\s+([a-z]\w*)?/#)
            .compactMap { $0.2.map(String.init) } + tables
        let all = try names.contains { sql.contains(try Regex(#"\b\#($0)\.\*"#)) }
        return all || sql.contains(#/\bcontent\b/#) || sql.contains(#/SELECT\s+\*/#)
    }

    @Test("no other statement of the program selects a column of that name")
    func selections() throws {
        let others = Self.sources.filter { $0.path != Self.store?.path && !$0.path.contains("/Database/") }
        let naming = others.flatMap { file in
            file.literals.filter {
                $0.contains(#/\b(SELECT|INSERT|UPDATE|RETURNING)\b/#) && $0.contains(#/\bcontent\b/#)
            }
            .map { "\(file.path): \($0)" }
        }
        #expect(naming == [])
    }

    @Test("only the door and the writing of sheets call that store")
    func callers() throws {
        let callers = Self.sources.filter { file in
            file.path != Self.store?.path && file.codeLines.contains { $0.contains("SheetContentStore") }
        }
        #expect(callers.map(\.name).sorted() == ["RecordDoor.swift", "SheetStore.swift"])
    }

    @Test("what customers said has a store of its own, which only the writing of it and the door call")
    func feedback() {
        let store = Self.source(declaring: "FeedbackContentStore")
        let tables = ["feedback_content", "feedback_addition"]
        let naming = Self.sources.filter { file in
            file.path != store?.path && file.literals.contains { literal in tables.contains { literal.contains($0) } }
        }
        #expect(naming.map(\.name).sorted() == ["10-feedback.swift", "16-feedback-not-sure.swift"])
        let callers = Self.sources.filter { file in
            file.path != store?.path && file.codeLines.contains { $0.contains("FeedbackContentStore") }
        }
        #expect(callers.map(\.name).sorted() == ["FeedbackDoorStore.swift", "FeedbackStore.swift"])
    }

    @Test("the store of the content is declared in a file that holds nothing but what it stores")
    func declaration() throws {
        let store = try #require(Self.store)
        #expect(
            try store.file.matches(#"(?m)^(?:struct|enum|final class|extension) ([A-Za-z]+)"#).sorted()
                == ["SheetContentStore"])
    }
}
