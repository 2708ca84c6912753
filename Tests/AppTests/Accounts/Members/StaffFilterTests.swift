import Testing

@testable import App

@Suite("The filter of the staff list")
struct StaffFilterTests {
    private let wang = Member(
        id: 2, username: "wang.li", name: "王丽", roles: [.agent], isLocked: false, mustChangePassword: false,
        department: nil, version: 1)
    private let zhao = Member(
        id: 3, username: nil, name: "赵工", roles: [], isLocked: false, mustChangePassword: false, department: nil,
        version: 1)
    private let left = Member(
        id: 4, username: "sun", name: "孙离", roles: [.agent], isLocked: true, mustChangePassword: false, department: nil,
        version: 1)

    private func names(_ query: [String: String]) -> [String] {
        [wang, zhao, left].filter(StaffFilter(query: query).includes).map(\.name)
    }

    @Test("name and username are searched, states are told apart")
    func filters() {
        #expect(names([:]) == ["王丽", "赵工", "孙离"])
        #expect(names(["q": " 王 "]) == ["王丽"])
        #expect(names(["q": "WANG"]) == ["王丽"])
        #expect(names(["state": "active"]) == ["王丽"])
        #expect(names(["state": "locked"]) == ["孙离"])
        #expect(names(["state": "without-username"]) == ["赵工"])
        #expect(names(["state": "nonsense", "page": "-3"]) == ["王丽", "赵工", "孙离"])
    }

    @Test(
        "odd page numbers are the nearest page there could be",
        arguments: [("", 1), ("0", 1), ("-1", 1), ("2", 2), ("99999", 10_000), ("9999999999999999999999", 1), ("x", 1)])
    func pages(text: String, page: Int) {
        #expect(StaffFilter(query: ["page": text]).page == page)
    }

    @Test("an address of the filter reads back to the same filter")
    func address() {
        let filter = StaffFilter(query: ["q": "王 & 李", "state": "locked"])
        let path = filter.path(state: .active, page: 3)
        #expect(path == "/staff?q=%E7%8E%8B%20%26%20%E6%9D%8E&state=active&page=3")
        #expect(StaffFilter(query: [:]).path(state: nil) == "/staff")
    }
}
