import Testing

@testable import App

@Suite struct QueryItemsTests {
    @Test("a query is decoded as browsers encode it, with plus for a space")
    func plusIsASpace() {
        let items = QueryItems(query: "q=%E5%BC%A0+%E4%B8%89&page=2&page=3&empty=&bare")
        #expect(items["q"] == "张 三")
        #expect(items.values["page"] == ["2", "3"])
        #expect(items["empty"] == "")
        #expect(items["bare"] == "")
        #expect(!items.isDamaged)
    }

    @Test(
        "a damaged pair of a query is left out and the rest is kept",
        arguments: ["a=%zz&b=1", "a=%&b=1", "a=%1&b=1", "%FF=x&b=1", "a=%C3%28&b=1", "%00=1&b=1"])
    func damagedPair(query: String) {
        let items = QueryItems(query: query)
        #expect(items.values == ["b": ["1"]])
        #expect(items.isDamaged)
    }

    @Test("a query of too many pairs or too long a value is cut, never refused")
    func longQuery() {
        let many = QueryItems(query: (0..<1_000).map { "k\($0)=v" }.joined(separator: "&"))
        #expect(many.values.count == QueryItems.mostPairs)
        #expect(many.isDamaged)
        let long = QueryItems(query: "a=" + String(repeating: "x", count: 3_000) + "&b=1")
        #expect(long.values == ["b": ["1"]])
        #expect(QueryItems(query: String(repeating: "é", count: 20_000)).isDamaged)
    }

    @Test("the query of a request stands between the first question mark and the number sign")
    func queryOfRequest() {
        #expect(QueryItems(.get("/a?b=c?d#e=f")).values == ["b": ["c?d"]])
        #expect(QueryItems(.get("/a")).values.isEmpty)
        #expect(QueryItems(.get("")).values.isEmpty)
    }
}
