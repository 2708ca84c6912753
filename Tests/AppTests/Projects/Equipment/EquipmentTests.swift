import Forms
import Testing

@testable import App

@Suite("What is installed in a project (ARC-2)")
struct EquipmentTests {
    @Test("it is entered and corrected from the project's page, with its dates")
    func entered() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let agent = try await company.browser(signedInAs: .agent)
        let page = try await agent.get(Paths.project(project))
        let form = try await agent.get(try page.link(Paths.equipment(project))).form(Paths.equipment(project))
        let added = try await agent.submit(
            form,
            [
                "model": "净水器 R5", "serial-number": "ＳＮ－１００", "purchased-on": "2026-10-01",
                "installed-on": "2026-10-08", "warranty-until": "2028-10-01",
            ])
        #expect(added.notice == company.words()("notice.equipment-added"))
        #expect(added.text.contains("净水器 R5 · SN-100") && added.text.contains("保修到 2028年10月1日"))
        let correction = try await agent.get(Paths.equipmentItem(1, project: project)).form(
            Paths.equipmentItem(1, project: project))
        #expect(correction["model"]?.value == "净水器 R5")
        let removed = try await agent.submit(correction, ["removed-on": "2026-11-20"])
        #expect(removed.text.contains("已拆除"))
        #expect(try await company.audited("project", project).suffix(2) == ["equipment-added", "equipment-corrected"])
    }

    @Test("a serial number is in use at one place; the project that has it is named, and may be looked at")
    func serialTaken() async throws {
        let company = try await TestCompany()
        let (one, other) = (try await company.site("HF-1"), try await company.site("HF-2"))
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.equipment(one)).form(Paths.equipment(one))
        try await agent.submit(form, ["serial-number": "sn-9"])
        let second = try await agent.get(Paths.equipment(other)).form(Paths.equipment(other))
        let page = try await agent.submit(second, ["model": "空调", "serial-number": "SN-9"])
        try expectErrors(page, about: "serial-number")
        #expect(page.text.contains("HF-1"))
        #expect(try page.has("//main//a[@href='\(Paths.project(one))']"))
        #expect(try page.form(Paths.equipment(other))["model"]?.value == "空调")
        let correction = try await agent.get(Paths.equipmentItem(1, project: one)).form(
            Paths.equipmentItem(1, project: one))
        try await agent.submit(correction, ["removed-on": "2026-11-22"])
        let moved = try await agent.submit(try page.form(Paths.equipment(other)))
        #expect(moved.notice == company.words()("notice.equipment-added"), "taken out there, it may stand here")
    }

    @Test("nothing without a name, and no dates that cannot be")
    func mistakes() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let agent = try await company.browser(signedInAs: .agent)
        let form = try await agent.get(Paths.equipment(project)).form(Paths.equipment(project))
        try expectErrors(try await agent.submit(form), about: "model")
        let page = try await agent.submit(
            form,
            ["model": "空调", "purchased-on": "2026-10-01", "installed-on": "2026-09-30", "warranty-until": "2020-01-01"])
        try expectErrors(page, about: "installed-on")
        try expectErrors(page, about: "warranty-until")
        try expectErrors(
            try await agent.submit(form, ["model": "空调", "purchased-on": "2027-01-01"]), about: "purchased-on")
        try expectErrors(
            try await agent.submit(form, ["model": Typed(String(repeating: "长", count: 101))]), about: "model")
        #expect(try await company.number("SELECT count(*) FROM equipment") == 0)
    }

    @Test("two who correct it at once: the second sees both versions")
    func stale() async throws {
        let company = try await TestCompany()
        let project = try await company.site()
        let agent = try await company.browser(signedInAs: .agent)
        let new = try await agent.get(Paths.equipment(project)).form(Paths.equipment(project))
        try await agent.submit(new, ["model": "空调"])
        let path = Paths.equipmentItem(1, project: project)
        let form = try await agent.get(path).form(path)
        let other = try await company.browser(signedInAs: .agent2)
        try await other.submit(try await other.get(path).form(path), ["model": "中央空调"])
        let page = try await agent.submit(form, ["model": "挂机"])
        #expect(page.status == 409)
        #expect(page.text.contains("中央空调") && page.text.contains("挂机"))
        try await agent.submit(try page.form(path))
        #expect(try await company.equipment.find(1)?.details.model == "挂机")
    }

    @Test("equipment is found only below its own project")
    func otherProject() async throws {
        let company = try await TestCompany()
        let (one, other) = (try await company.site("HF-1"), try await company.site("HF-2"))
        let agent = try await company.browser(signedInAs: .agent)
        try await agent.submit(
            try await agent.get(Paths.equipment(one)).form(Paths.equipment(one)), ["model": "空调"])
        #expect(try await agent.get(Paths.equipmentItem(1, project: other)).status == 404)
    }
}
