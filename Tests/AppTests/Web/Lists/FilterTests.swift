import Forms
import Testing

@testable import App

@Suite("The filter of a list is drawn from its form (UX-7)")
struct FilterTests {
    @Test("what was chosen stays chosen: options, days, ticks and words")
    func kept() async throws {
        let company = try await TestCompany()
        let agent = try await company.browser(signedInAs: .agent)
        let issues = try await agent.submit(
            agent.get(Paths.issues).form(Paths.issues),
            ["state": "open", "category": "repair", "department": "sales", "late": "yes", "owner": "me"])
        let form = try issues.form(Paths.issues)
        for (name, value) in [
            ("state", "open"), ("category", "repair"), ("department", "sales"), ("late", "yes"), ("owner", "me"),
        ] { #expect(form[name]?.value == value, "\(name)") }
        #expect(form["important"]?.value != "yes")
        let admin = try await company.browser(signedInAs: .admin)
        let audit = try await admin.submit(
            admin.get(Paths.audit).form(Paths.audit),
            ["kind": "customer", "from": "2026-11-01", "customer": "<王> & \"李\""])
        let shown = try audit.form(Paths.audit)
        #expect(shown["kind"]?.value == "customer" && shown["from"]?.value == "2026-11-01")
        #expect(shown["customer"]?.value == "<王> & \"李\"")
    }

    @Test("a member who is asked for by `me` is chosen by name")
    func mine() async throws {
        let company = try await TestCompany()
        let page = try await company.browser(signedInAs: .agent).get("/follow-ups?agent=me")
        #expect(try page.form(Paths.followUps)["agent"]?.value == "\(try company.member(.agent).id)")
    }

    @Test("a field without options is left out: who sees only the own orders is not asked for a technician")
    func left() async throws {
        let company = try await TestCompany()
        for (one, isAsked) in [(Staff.technician, false), (.manager, true)] {
            let page = try await company.browser(signedInAs: one).get(Paths.workOrders)
            #expect(try page.has("//form//select[@name='technician']") == isAsked, "\(one)")
        }
    }

    @Test("a search keeps what the tabs have chosen")
    func hidden() async throws {
        let company = try await TestCompany()
        let admin = try await company.browser(signedInAs: .admin)
        let page = try await admin.submit(try await admin.get("/staff?state=active").form(Paths.staff), ["q": "陈"])
        #expect(page.path.hasPrefix("/staff?state=active&q="))
        #expect(try page.has("//form[@role='search']/input[@type='hidden'][@name='state'][@value='active']"))
    }
}
