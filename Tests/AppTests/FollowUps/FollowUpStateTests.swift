import Forms
import Foundation
import GRDB
import Testing

@testable import App

@Suite("A follow-up's state is the same in Swift and in SQL (CAD-2)")
struct FollowUpStateTests {
    /// Every combination that the schema lets be stored, seen from the company's day: what is stored, the window, whether
    /// it is tentative, when a callback was agreed.
    private static func fill(_ company: TestCompany) async throws {
        let (today, now) = (company.today, company.clock.now)
        let project = try await company.site()
        let agent = try company.member(.agent).id
        let windows = [(-9, -1), (-9, 0), (-3, 4), (0, 0), (0, 5), (1, 1), (1, 9)]
        let callbacks = [nil, now.addingTimeInterval(-86_400), now, now.addingTimeInterval(86_400)]
        try await company.database.write { db in
            try db.execute(sql: "DELETE FROM follow_up")
            var count = 0
            for state in ["owed", "done", "unreachable", "not-applicable"] {
                for window in windows {
                    for isTentative in [false, true] {
                        for callback in state == "owed" ? callbacks : [nil] {
                            count += 1
                            try db.execute(
                                sql: """
                                    INSERT INTO follow_up (project_id, plan_key, stage, channel, questionnaire, opens_on,
                                        closes_on, is_tentative, reason, agent_id, state, callback_at, done_on,
                                        excused_because)
                                    VALUES (:project, :key, 'initial', 'phone', 'initial', :opens, :closes, :tentative,
                                        '{}', :agent, :state, :callback, :done, :excused)
                                    """,
                                arguments: [
                                    "project": project, "key": "k\(count)", "opens": today.adding(days: window.0),
                                    "closes": today.adding(days: window.1), "tentative": isTentative, "agent": agent,
                                    "state": state, "callback": callback, "done": state == "done" ? today : nil,
                                    "excused": state == "not-applicable" ? "搬走了" : nil,
                                ])
                        }
                    }
                }
            }
        }
    }

    @Test("each combination is in the list of its state and in no other")
    func lists() async throws {
        let company = try await TestCompany()
        try await Self.fill(company)
        let project: Project.ID = try await company.id("SELECT min(id) FROM project")
        let all = try await company.followUps.ofProject(project)
        #expect(all.count == 98)
        let today = company.today
        for state in FollowUp.State.allCases {
            let expected = all.filter { $0.state(on: today) == state }.map(\.id).sorted()
            let listed = try await company.database.read { db in
                try FollowUp.ID.fetchAll(
                    db, sql: "SELECT f.id FROM follow_up f WHERE \(state.condition) ORDER BY f.id",
                    arguments: ["today": today])
            }
            #expect(listed == expected && !listed.isEmpty, "\(state)")
        }
    }

    @Test("the day's figures and what a member has to hand over count the same")
    func counts() async throws {
        let company = try await TestCompany()
        try await Self.fill(company)
        let (agent, today) = (try company.member(.agent).id, company.today)
        let all = try await company.followUps.ofProject(try await company.id("SELECT min(id) FROM project"))
        let count = { (state: FollowUp.State) in all.count { $0.state(on: today) == state } }
        let endOfDay = today.adding(days: 1).start(in: company.zone)
        let day = try await company.database.read { db in
            try FollowUpStore.today(db, for: agent, on: today, endOfDay: endOfDay)
        }
        #expect(day.overdueCount == count(.overdue) && day.dueCount == count(.due))
        #expect(day.callbacks.count + day.laterCallbacks == count(.callback))
        #expect(Set(day.calls.map { $0.state(on: today) }) == [.overdue, .due])
        let load = try await HandoverStore(database: company.database, zone: company.zone).load(of: agent, on: today)
        #expect(load.overdue == count(.overdue) && load.due == count(.due))
        #expect(load.callbacks == count(.callback) && load.planned == count(.planned))
    }
}
