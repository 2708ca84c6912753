import Forms
import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

/// Records made through the stores, for tests whose subject comes after them.
extension TestCompany {
    var customers: CustomerStore { CustomerStore(database: database) }
    var projects: ProjectStore { ProjectStore(database: database, rules: app.rules) }
    var followUps: FollowUpStore { FollowUpStore(database: database, rules: app.rules) }
    var access: AccessStore { AccessStore(database: database) }
    var door: RecordDoor { RecordDoor(database: database) }
    var sheets: SheetStore { SheetStore(database: database, rules: app.rules, zone: zone) }

    func registerCustomer(
        _ name: String = "王建国", phones: [String] = ["13812345678"], address: String = "", notes: String = "",
        grade: Grade = .b, isKey: Bool = false, by one: Staff = .agent
    ) async throws -> Customer.ID {
        let details = CustomerDetails(
            name: name, formOfAddress: .mr, phones: phones.compactMap(PhoneNumber.init(typed:)), address: address,
            grade: grade, isKey: isKey, agreesToSMS: false,
            knownBy: [try member(.agent).id, try member(.agent2).id], notes: notes)
        return try id(in: try await customers.register(details, sharesPhone: true, .random(), try stamp(one)))
    }

    /// A project whose first calls are due, overdue and still to come on the day of the clock.
    /// - Parameter milestones: nil takes work that began three weeks ago and is to end in two months.
    func registerProject(
        _ number: String = "HF-2026-001", of customer: Customer.ID, site: String = "", agent: Staff = .agent,
        milestones: [MilestoneKind: MilestoneDates]? = nil
    ) async throws -> Project.ID {
        let details = ProjectDetails(
            number: number, kind: app.company.rulebook.projectKinds.first ?? "", siteAddress: site,
            agentID: try member(agent).id, productModel: "", serialNumber: "", warrantyOverride: nil)
        let usual: [MilestoneKind: MilestoneDates] = [
            .contract: MilestoneDates(actual: today.adding(days: -40)),
            .started: MilestoneDates(actual: today.adding(days: -21)),
            .completed: MilestoneDates(planned: today.adding(days: 60)),
        ]
        let new = NewProject(details: details, milestones: milestones ?? usual, people: [:])
        return try id(
            in: try await projects.register(new, of: customer, today: today, .random(), try stamp(.agent)))
    }

    /// A call that somebody owes now, of a customer and a project of its own.
    func owedCall(
        _ number: String = "HF-2026-001", customer name: String = "王建国", by agent: Staff = .agent
    ) async throws -> FollowUp {
        let customer = try await registerCustomer(name, phones: [Self.phone(of: number)])
        let project = try await registerProject(number, of: customer, agent: agent)
        return try #require(try await followUps.ofProject(project).first { $0.state == .owed && $0.opens <= today })
    }

    /// A call whose sheet was filled and submitted.
    func filledCall(
        _ number: String = "HF-2026-001", customer name: String = "王建国", by agent: Staff = .agent,
        saying words: String = "师傅很准时，收尾也干净。"
    ) async throws -> FollowUp {
        let call = try await owedCall(number, customer: name, by: agent)
        try await fillSheet(of: call, by: agent, saying: words)
        return try #require(try await followUps.find(call.id))
    }

    /// Lets the window of a call open that is still to come (CAD-10).
    func letOpen(_ call: FollowUp) async throws {
        try await database.write { [today] db in
            try db.execute(
                sql: "UPDATE follow_up SET opens_on = ?, is_tentative = 0 WHERE id = ?", arguments: [today, call.id])
        }
    }

    func fillSheet(of call: FollowUp, by one: Staff = .agent, saying words: String) async throws {
        let questionnaire = try #require(app.company.rulebook.questionnaire(call.questionnaire))
        let content = SheetContent(answers: ["overall": ["4"], "customerWords": [words]])
        _ = try await sheets.submit(
            content, questionnaire, of: call.id, by: try member(one), .random(), try stamp(one))
    }

    /// Moves the clock to the moment at which what was filled today is sealed (ACC-3).
    func passDeadline() {
        clock.set(app.company.rulebook.filingDeadline(after: clock.now, in: zone))
    }

    var rulebooks: RulebookStore { RulebookStore(database: database, rules: app.rules) }

    /// A rulebook that is to replace the one in force.
    /// - Parameter change: what is written differently; without one it is only a comment.
    func propose(_ change: (old: String, new: String)? = nil, by one: Staff = .admin) async throws
        -> RulebookProposal.ID
    {
        let yaml = app.company.rulebook.yaml
        let changed = change.map { yaml.replacing($0.old, with: $0.new) } ?? yaml + "# 新的一稿\n"
        return try id(in: try await rulebooks.propose(try Rulebook(yaml: changed), .random(), try stamp(one)))
    }

    /// Changes the rulebook as an administrator does; the projects in hand are not planned anew by that.
    func putIntoForce(_ change: (old: String, new: String)) async throws {
        let inForce = try await rulebooks.versions().first?.id ?? 1
        _ = try await rulebooks.putIntoForce(
            try await propose(change), instead: inForce, because: "试行", .random(), try stamp(.admin))
    }

    func ask(
        _ one: Staff, toRead call: FollowUp, hours: Int = 24, because reason: String = "核对客户投诉中提到的工期"
    ) async throws -> AccessRequest.ID {
        let wish = AccessRequestInput(scope: .record(.followUp(call.id)), reason: reason, hours: hours)
        return try id(in: try await access.request(wish, by: try member(one), .random(), try stamp(one)))
    }

    func ask(_ one: Staff, toReadAllOf project: Project.ID, hours: Int = 24) async throws -> AccessRequest.ID {
        let wish = AccessRequestInput(scope: .project(project), reason: "核对客户投诉中提到的工期", hours: hours)
        return try id(in: try await access.request(wish, by: try member(one), .random(), try stamp(one)))
    }

    /// - Returns: the grant.
    func approve(
        _ request: AccessRequest.ID, hours: Double = 24, only: SealedRecord? = nil, by one: Staff = .admin
    ) async throws -> AccessGrant.ID {
        _ = try await access.approve(
            request, until: clock.now.addingTimeInterval(hours * 3600), only: only, remark: "",
            by: try member(one), .random(), try stamp(one))
        return try #require(try await access.find(request, in: .all, at: clock.now)?.grant?.id)
    }

    func refuse(_ request: AccessRequest.ID, by one: Staff = .admin) async throws {
        _ = try await access.refuse(
            request, because: "理由不充分", by: try member(one), .random(), try stamp(one))
    }

    func revoke(_ grant: AccessGrant.ID, by one: Staff = .admin) async throws {
        _ = try await access.revoke(grant, because: "已核对完毕", by: try member(one), .random(), try stamp(one))
    }

    /// The number at the end of a path.
    private func id<Thing>(in path: String) throws -> ID<Thing> {
        try #require(path.split(separator: "/").last.flatMap { ID(String($0)) })
    }

    /// A phone that no other project number of the test gives.
    private static func phone(of number: String) -> String {
        let digits = number.unicodeScalars.reduce(0) { ($0 &* 31 &+ Int($1.value)) % 100_000_000 }
        return "139" + String(digits + 100_000_000).dropFirst()
    }
}
