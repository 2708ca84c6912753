import Forms
import Foundation
import GRDB
import Testing

@testable import App

/// Makes the thing that a route is about, in the state in which the route has something to do.
struct RouteThings: Sendable {
    let company: TestCompany
    let who: Staff?
    let whose: Whose

    /// Whom the thing belongs to: an agent has calls of their own, everybody else looks at those of the first agent.
    private var owner: Staff {
        switch (whose, who) {
        case (.own, let who?): who
        case (_, .agent?): .agent2
        case (_, _): .agent
        }
    }

    /// The agent whose call it is, where the thing is one.
    private var caller: Staff { owner.role == .agent ? owner : .agent }

    func make(for route: String) async throws -> RouteThing {
        switch whose {
        case .nobodys: return RouteThing(0)
        case .missing: return .missing
        case .own, .other: break
        }
        let path = route.split(separator: " ").last.map(String.init) ?? ""
        switch path.split(separator: "/").first {
        case "sessions": return try await session()
        case "staff" where path.hasSuffix("/handover") && whose == .other:
            return RouteThing(try await company.owedCall(unusedNumber, by: .agent).agentID)
        case "handovers": return RouteThing(try await handover())
        case "excuse-requests": return RouteThing(try await excuseRequest())
        case "staff": return RouteThing(whose == .own ? try company.member(owner).id : try await colleague())
        case "customers": return RouteThing(try await company.registerCustomer(by: caller))
        case "projects" where path.hasSuffix("{equipment}"): return try await equipment()
        case "work-orders" where path.hasSuffix("/new") || path == "/work-orders":
            return RouteThing(try await company.site(unusedNumber))
        case "work-orders": return try await workOrder(path)
        case "visits" where path.contains("/appointments") || path.hasSuffix("/withdrawal"):
            return RouteThing(try await visit().visit)
        case "projects": return try await project(withPerson: path.hasSuffix("{assignment}"))
        case "follow-ups": return try await followUp(path)
        case "access-requests" where path.hasSuffix("/new") || path == "/access-requests":
            return RouteThing(try await company.filledCall(unusedNumber, by: caller).id)
        case "access-requests": return RouteThing(try await request())
        case "visits": return try await visit(path)
        case "issues" where path.hasSuffix("/customer"): return RouteThing(try await company.strangersComplaint())
        case "issues":
            let taker: Staff = whose == .own ? who ?? .agent : .agent2
            return RouteThing(try await company.referredIssue(by: who == .agent2 && whose == .other ? .agent : taker))
        case "enquiries": return RouteThing(try await company.enquiry())
        case "feedback": return RouteThing(try await company.link().token)
        case "feedback-links": return RouteThing(try await company.link().id)
        case "feedback-records":
            let customer = try await company.registerCustomer(by: caller)
            let project = try await company.registerProject(unusedNumber, of: customer, agent: caller)
            return RouteThing(try await company.feedback(of: project, by: caller))
        case "calendar": return RouteThing(2026)
        case "rulebook" where path.contains("versions"): return RouteThing(1)
        case "rulebook": return RouteThing(try await company.propose())
        case "photographs":
            let visit = try await company.visit(by: whose == .own ? who : .finance)
            let photograph = try await company.photograph(of: visit)
            if path.hasSuffix("/return") { try await company.remove(photograph) }
            return RouteThing(photograph)
        case "access-grants": return RouteThing(try await grant())
        default: throw NotShown("add a case for \(route) above \(#filePath):\(#line)")
        }
    }

    private var unusedNumber: String { "HF-\(UUID().uuidString.prefix(8))" }

    /// Somebody who is none of those who ask, and may be locked out without harm.
    private func colleague() async throws -> Member.ID {
        let name = "c" + UUID().uuidString.prefix(12).lowercased()
        let facts = MemberFacts(name: "许静", username: Username(typed: name), roles: [.agent])
        let stamp = try company.stamp(.admin)
        return try await company.database.write { [audit = company.database.audit] db in
            try MemberStore.insert(db, audit, facts, TestCompany.passwordHash, false, stamp)
        }
    }

    /// A session besides the one that asks.
    private func session() async throws -> RouteThing {
        _ = try await company.browser(signedInAs: owner)
        return RouteThing(try await company.number("SELECT max(id) FROM session"))
    }

    private func project(withPerson: Bool) async throws -> RouteThing {
        let customer = try await company.registerCustomer(by: caller)
        let project = try await company.registerProject(unusedNumber, of: customer, agent: caller)
        guard withPerson else { return RouteThing(project) }
        let term = Assignment.Term(
            duty: .foreman, memberID: try company.member(.technician).id, since: company.today, until: nil)
        _ = try await AssignmentStore(database: company.database).add(
            term, to: project, .random(), try company.stamp(caller))
        return RouteThing(project.number, second: try await company.number("SELECT max(id) FROM assignment"))
    }

    private func followUp(_ path: String) async throws -> RouteThing {
        let isFilled = ["/record", "/correction", "/filing", "/readings"].contains { path.hasSuffix($0) }
        guard !isFilled else { return RouteThing(try await company.filledCall(unusedNumber, by: caller).id) }
        let call = try await company.owedCall(unusedNumber, by: caller)
        if path.hasSuffix("/reinstatement") {
            _ = try await company.followUps.excuse(
                call.id, because: "客户出国", .random(), try company.stamp(.admin))
        }
        return RouteThing(call.id)
    }

    private func handover() async throws -> Handover.ID {
        let call = try await company.owedCall(unusedNumber, by: .agent)
        let store = HandoverStore(database: company.database, zone: company.zone)
        let wish = HandoverInput(from: call.agentID, to: [try company.member(.agent2).id], extent: .allCalls)
        _ = try await store.handOver(
            wish, because: "病假", today: company.today, .random(), try company.stamp(.admin))
        return try await company.id("SELECT max(id) FROM handover")
    }

    private func excuseRequest() async throws -> ExcuseRequest.ID {
        let call = try await company.owedCall(unusedNumber, by: caller)
        _ = try await company.followUps.askToExcuse(
            call.id, because: "客户已退单", by: try company.member(caller), .random(), try company.stamp(caller))
        return try await company.id("SELECT max(id) FROM excuse_request")
    }

    private func equipment() async throws -> RouteThing {
        let project = try await company.site(unusedNumber)
        let details = EquipmentDetails(
            model: "净水器", serialNumber: "", purchasedOn: nil, installedOn: nil, warrantyUntil: nil, removedOn: nil)
        _ = try await company.equipment.add(details, to: project, .random(), try company.stamp(.agent))
        return RouteThing(project.number, second: try await company.number("SELECT max(id) FROM equipment"))
    }

    /// An order that the owner asked for, or was sent to.
    private func workOrder(_ path: String) async throws -> RouteThing {
        if whose == .own, who == .technician, !path.hasSuffix("/visits") { return RouteThing(try await visit().order) }
        guard path.hasSuffix("/visits") else {
            return RouteThing(try await company.requestOrder(by: owner == .admin ? .admin : caller))
        }
        return RouteThing(try await company.approvedOrder(), version: 2)
    }

    /// A visit of the technician who owns it, or of another one, at a time that the customer does not know yet.
    private func visit() async throws -> (order: WorkOrder.ID, visit: Visit.ID) {
        let order = try await company.approvedOrder()
        let technician =
            whose == .own && who == .technician
            ? try company.member(.technician).id : try await company.anotherTechnician()
        return (order, try await company.dispatch(order, to: technician, isCustomerTold: false))
    }

    /// A visit of the technician, or somebody else's; reported as far as the route needs it.
    private func visit(_ path: String) async throws -> RouteThing {
        let goer: Staff = whose == .own ? .technician : who == .agent2 ? .agent : .agent2
        let sent = try await company.sentVisit(
            unusedNumber, to: goer, warranty: company.today.adding(days: -1))
        let report = ReportMaker(company: company, sent: sent, goer: goer)
        if path.hasSuffix("/confirmation") || path.hasSuffix("/filing") || path.hasSuffix("/print")
            || path.hasSuffix("/fees")
        {
            try await report.fill()
        }
        if !path.contains("/fees"), path.hasSuffix("/confirmation") { return try await report.thing() }
        if path.hasSuffix("/filing") {
            try await report.sign()
        } else if path.hasSuffix("/print") || path.contains("/fees") {
            try await report.file()
        }
        if path.hasSuffix("/fees/confirmation") { try await report.handIn() }
        return try await report.thing()
    }

    private func request() async throws -> AccessRequest.ID {
        let call = try await company.filledCall(unusedNumber, by: .agent)
        return try await company.ask(owner, toRead: call)
    }

    /// Nobody may approve for themselves, so the administrator's own grant is put into the database by hand.
    private func grant() async throws -> AccessGrant.ID {
        let request = try await request()
        guard owner == .admin else { return try await company.approve(request) }
        let (granter, now) = (try company.member(.agent).id, company.clock.now)
        return try await company.database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO access_grant (request_id, member_id, project_id, follow_up_id, granted_by, granted_at,
                        expires_at) SELECT id, member_id, project_id, follow_up_id, ?, ?, ? FROM access_request WHERE id = ?
                    """,
                arguments: [granter, now, now.addingTimeInterval(3600), request])
            return db.lastInsertedID()
        }
    }
}
