import Forms
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

    private func query(_ items: [String: String]) throws -> ListQuery {
        ListQuery(Paths.staff, StaffFilter.form, items, today: try #require(Day("2026-11-23")))
    }

    private func names(_ items: [String: String]) throws -> Set<String> {
        Set(StaffFilter.choose(try query(items), from: [wang, zhao, left]).map(\.name))
    }

    @Test("name and username are searched, states are told apart")
    func filters() throws {
        #expect(try names([:]) == ["王丽", "赵工", "孙离"])
        #expect(try names(["q": " 王 "]) == ["王丽"])
        #expect(try names(["q": "WANG"]) == ["王丽"])
        #expect(try names(["state": "active"]) == ["王丽"])
        #expect(try names(["state": "locked"]) == ["孙离"])
        #expect(try names(["state": "without-username"]) == ["赵工"])
        #expect(try names(["state": "nonsense", "page": "-3"]) == ["王丽", "赵工", "孙离"])
    }

    @Test("whoever works here stands first, and the rest by name")
    func order() throws {
        #expect(StaffFilter.choose(try query([:]), from: [left, zhao, wang]).map(\.id) == [2, 3, 4])
    }
}
