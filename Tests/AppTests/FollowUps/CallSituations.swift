import Forms
import Rulebooks
import Testing

@testable import App

/// What the tests of follow-ups look at and do again and again.
extension TestCompany {
    /// A project that started so many days ago and of which nothing else is known: one call, open from the 10th to the
    /// 15th day after the start.
    @discardableResult
    func project(_ number: String, startedDaysAgo days: Int, agent: Staff = .agent) async throws -> FollowUp {
        let phone =
            "139" + String(20_000_000 + number.unicodeScalars.reduce(0) { ($0 * 31 + Int($1.value)) % 9_000_000 })
        let customer = try await registerCustomer("客户" + number, phones: [phone])
        let project = try await registerProject(
            number, of: customer, agent: agent,
            milestones: [.started: MilestoneDates(actual: today.adding(days: -days))])
        let calls = try await followUps.ofProject(project)
        #expect(calls.count == 1)
        return try #require(calls.first)
    }

    func call(_ id: FollowUp.ID) async throws -> FollowUp { try #require(try await followUps.find(id)) }

    func state(_ id: FollowUp.ID) async throws -> FollowUp.State { try await call(id).state(on: today) }

    /// Every stored follow-up as one text, to see whether anything changed.
    func storedPlan() async throws -> [String] {
        try await everyFollowUp().map { "\($0)" }.sorted()
    }

    func everyFollowUp() async throws -> [FollowUp] {
        let query = ListQuery(Paths.followUps, FollowUpFilter.form, [:], today: today)
        return try await followUps.list(query.asFile, today: today).rows
    }
}

extension Browser {
    /// The sheet of a call, opened.
    func sheet(_ call: FollowUp) async throws -> ShownForm {
        let page = try await get(Paths.sheet(call.id))
        guard page.status == 200 else { throw NotShown("no sheet: \(page)") }
        return try page.form(Paths.sheet(call.id))
    }

    /// Presses one of the buttons for a customer who was not reached.
    @discardableResult
    func record(_ outcome: Attempt.Outcome, of call: FollowUp, following: Bool = true) async throws -> ShownPage {
        let form = try await get(Paths.followUp(call.id)).form(Paths.attempts(call.id), having: "no-answer")
        return try await submit(form, button: outcome.rawValue, following: following)
    }

    /// Presses one of the buttons for a customer who wants to be called later.
    @discardableResult
    func agree(_ later: String, _ typed: [String: Typed] = [:], of call: FollowUp) async throws -> ShownPage {
        let form = try await get(Paths.followUp(call.id)).form(Paths.attempts(call.id), having: "hour")
        return try await submit(form, typed, button: later)
    }
}
