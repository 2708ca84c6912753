import Forms
import Foundation
import Testing

@testable import Rulebooks

@Suite("Departments and the deadlines of arrival (SVC-2, ISS-3)")
struct DepartmentTests {
    @Test("every pack names the departments that repair, sell, check and count", arguments: Rulebook.packNames)
    func packs(name: String) throws {
        let rulebook = try Rulebook.pack(name)
        #expect(Set(rulebook.departments.map(\.id)).isSuperset(of: ["maintenance", "sales", "quality", "finance"]))
        #expect(rulebook.arrival == ArrivalDeadlines(ordinary: 24, waterAndElectricity: 4))
    }

    @Test("a rulebook that was stored before there were departments still loads, with the usual ones")
    func older() throws {
        let rulebook = try Rulebook(yaml: SmallRulebook.yaml)
        #expect(rulebook.departments == Department.usual)
        #expect(rulebook.department("maintenance")?.title[.simplified] == "维修部")
        #expect(rulebook.arrival == .usual)
    }

    @Test("a rulebook's own departments and deadlines replace the usual ones")
    func own() throws {
        let yaml = SmallRulebook.yaml.replacing(
            "peak-months:",
            with: """
                departments:
                  - {id: repairs, title: {zh-Hans: 修缮部, zh-Hant: 修繕部, en: Repairs}}
                arrival: {ordinary: 48 hours, water-and-electricity: 1 hour}
                peak-months:
                """)
        let rulebook = try Rulebook(yaml: yaml)
        #expect(rulebook.departments.map(\.id) == ["repairs"])
        let call = Date(timeIntervalSince1970: 1_000_000)
        #expect(rulebook.arrival.latest(after: call, concernsWaterOrElectricity: true) == call.addingTimeInterval(3600))
        #expect(
            rulebook.arrival.latest(after: call, concernsWaterOrElectricity: false)
                == call.addingTimeInterval(48 * 3600))
    }
}
