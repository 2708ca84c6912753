import Hummingbird

/// Signing in, passwords, sessions and staff; every group says who may enter it (ACC-1).
extension App {
    func addAccounts(to members: RouterGroup<MemberContext>) {
        let password = passwordController, sessions = sessionsController, staff = staffController

        // Everybody who is signed in
        members.get("/password", use: password.show)
        members.post("/password", use: password.update)
        members.get("/sessions", use: sessions.index)
        members.post("/sessions/ending", use: sessions.endAll)
        members.post("/sessions/:id/ending", use: sessions.end)

        let management = members.entering(.manageStaff)
        management.get("/staff", use: staff.index)
        management.owingEntry(pages).get("/staff.csv", use: staff.export)
        management.get("/staff/new", use: staff.new)
        management.post("/staff", use: staff.create)
        management.get("/staff/:id", use: staff.show)
        management.post("/staff/:id", use: staff.correct)
        management.post("/staff/:id/password", use: staff.resetPassword)
        management.post("/staff/:id/locking", use: staff.lock)
        management.post("/staff/:id/unlocking", use: staff.unlock)
    }
}
