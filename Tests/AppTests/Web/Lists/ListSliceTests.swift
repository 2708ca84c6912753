import Forms
import Foundation
import Markup
import Testing

@testable import App

@Suite("A page of a list knows what is behind it")
struct ListSliceTests {
    @Test("one row more than a page says that there is another page, and is not shown")
    func more() {
        let slice = ListSlice(.page(2), found: Array(0...50), count: 101)
        #expect(slice.rows.count == 50 && slice.isMore && slice.count == 101 && slice.isCounted)
        let last = ListSlice(.page(2), found: Array(0..<50), count: 100)
        #expect(last.rows.count == 50 && !last.isMore)
    }

    @Test("where counting stopped, there are more than were counted")
    func counting() {
        let many = ListSlice(.page(1), found: [1], count: 1_001, countedTo: 1_000)
        #expect(many.count == 1_000 && !many.isCounted)
        let few = ListSlice(.page(1), found: [1], count: 1_000, countedTo: 1_000)
        #expect(few.count == 1_000 && few.isCounted)
    }

    @Test("a list in memory is cut in the same way")
    func memory() {
        let all = Array(1...120)
        #expect(ListSlice(.page(3), of: all).rows == Array(101...120))
        #expect(ListSlice(.page(2), of: all).isMore && !ListSlice(.page(3), of: all).isMore)
        #expect(ListSlice(.page(9), of: all).rows.isEmpty && ListSlice(.page(9), of: all).count == 120)
    }

    @Test("no page leads behind the last, nor before the first")
    func ends() {
        let words = Words(.english, zone: .gmt)
        let found = Array(0...50)
        let last = Pagination.values(ListSlice(.page(ListPart.lastPage), found: found), words) { "p\($0)" }
        #expect(last["nextHref"] == PageValue.none && last["previousHref"] == "p1999")
        let first = Pagination.values(ListSlice(.page(1), found: found), words) { "p\($0)" }
        #expect(first["nextHref"] == "p2" && first["previousHref"] == PageValue.none)
        #expect(first["summary"] == .text(words("pagination.shown", ["first": "1", "last": "50"])))
    }
}
