import Foundation

extension Words {
    /// A waiting time, in seconds or whole minutes.
    func wait(_ seconds: TimeInterval) -> String {
        let whole = Int(min(max(1, seconds.rounded(.up)), 24 * 3600))
        guard whole > 90 else { return self("sign-in.seconds", ["count": String(whole)]) }
        return self("sign-in.minutes", ["count": String((whole + 59) / 60)])
    }

    /// The roles in their fixed order, or a text for none.
    func roles(_ roles: Set<Role>) -> String {
        guard !roles.isEmpty else { return self("staff.no-roles") }
        return Role.allCases.filter(roles.contains).map { self("role.\($0.rawValue)") }
            .joined(separator: self("staff.separator"))
    }

    func browser(_ browser: BrowserName) -> String {
        let program = self("sessions.program.\(browser.program.rawValue)")
        let system = self("sessions.system.\(browser.system.rawValue)")
        return self("sessions.browser", ["program": program, "system": system])
    }
}
