import GRDB
import Testing

@testable import App

@Suite("Managers and technicians have a department (SVC-2)")
struct MemberDepartmentTests {
    @Test("an administrator chooses it; the trail says that it changed")
    func chosen() async throws {
        let company = try await TestCompany()
        let manager = try company.member(.manager).id
        let admin = try await company.browser(signedInAs: .admin)
        let form = try await admin.get(Paths.member(manager)).form(Paths.member(manager))
        #expect(form["department"]?.value == "maintenance")
        #expect(form["department"]?.options.contains("quality") == true)
        try await admin.submit(form, ["department": "design"])
        #expect(try await company.app.memberStore.find(manager)?.department == "design")
        let detail = try await company.database.read { db in
            try String.fetchOne(db, sql: "SELECT detail FROM audit_entry ORDER BY id DESC LIMIT 1")
        }
        #expect(detail?.contains("department") == true)
    }

    @Test("somebody new gets one with the role, and nobody whose role has none")
    func added() async throws {
        let company = try await TestCompany()
        let admin = try await company.browser(signedInAs: .admin)
        for (role, department) in [("manager", "sales"), ("agent", nil)] {
            let form = try await admin.get(Paths.newMember).form(Paths.staff)
            try await admin.submit(
                form, ["name": "许静", "username": Typed("new-" + role), "roles": Typed([role]), "department": "sales"])
            let id: Member.ID = try await company.id("SELECT max(id) FROM member")
            #expect(try await company.app.memberStore.find(id)?.department == department)
        }
    }
}
