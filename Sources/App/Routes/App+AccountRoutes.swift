import Hummingbird

/// Routes of sign-in, passwords, sessions and staff; each group names its permission (ACC-1).
extension App {
    func addAccounts(to members: RouterGroup<MemberContext>) {
        let password = passwordController, sessions = sessionsController, staff = staffController

        // Every signed-in member
        members.get(Paths.password, use: password.show)
        members.post(Paths.password, use: password.update)
        members.get(Paths.sessions, use: sessions.index)
        members.post(Paths.sessionsEnding, use: sessions.endAll)
        members.post(Paths.sessionEnding, use: sessions.end)

        let management = members.entering(.manageStaff)
        management.get(Paths.staff, use: staff.index)
        management.exporting(pages).get(Paths.staffFile, use: staff.export)
        management.get(Paths.newMember, use: staff.new)
        management.post(Paths.staff, use: staff.create)
        management.get(Paths.member, use: staff.show)
        management.post(Paths.member, use: staff.correct)
        management.post(Paths.memberPassword, use: staff.resetPassword)
        management.post(Paths.memberLocking, use: staff.lock)
        management.post(Paths.memberUnlocking, use: staff.unlock)
    }
}
