import Foundation
import Forms
import GRDB
import Testing

@testable import App

/// Reading what should not be there throws; the library's own subscripts would end the process.
struct UnreadableValueTests {
    private func row(_ value: String) throws -> StoredRow {
        try #require(try DatabaseQueue().read { db in try StoredRow.fetchOne(db, cached: "SELECT \(value) AS x") })
    }

    @Test("what is missing, NULL, of another kind or an unknown word throws, and names the column alone")
    func throwing() throws {
        let null = try row("NULL"), text = try row("'王建国 13812345678'"), blob = try row("x'00ff'")
        #expect(throws: UnreadableValue(column: "x", found: .null)) { try null.value("x") as Int }
        #expect(throws: UnreadableValue(column: "y", found: .nothing)) { try text.value("y") as String }
        #expect(throws: UnreadableValue(column: "x", found: .text)) { try text.value("x") as Int }
        #expect(throws: UnreadableValue(column: "x", found: .text)) { try text.value("x") as Date }
        #expect(throws: UnreadableValue(column: "x", found: .text)) { try text.value("x") as Day }
        #expect(throws: UnreadableValue(column: "x", found: .text)) { try text.value("x") as VisitState }
        #expect(throws: UnreadableValue(column: "x", found: .text)) { try text.value("x") as PhoneNumber }
        #expect(throws: UnreadableValue(column: "x", found: .blob)) { try blob.value("x") as Money }
        #expect(throws: UnreadableValue(column: "x", found: .text)) { try text.value("x") as Int? }
        #expect(!"\(UnreadableValue(column: "x", found: .text))".contains("王"))
    }

    @Test("what is there is read, and NULL where an optional is wanted")
    func reading() throws {
        #expect(try row("NULL").value("x") as Int? == nil)
        #expect(try row("7").value("x") as Int == 7)
        #expect(try row("'accepted'").value("x") as VisitState? == .accepted)
        #expect(try row("1250").value("x") as Money == Money(fen: 1250))
    }
}
