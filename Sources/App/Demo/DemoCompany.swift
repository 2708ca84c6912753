import Foundation
import Rulebooks

/// Demo data: a company with a member in each role, and projects at every stage.
public struct DemoCompany: Sendable {
    /// Username, name and role of each account; all have the same password.
    public let accounts: [(username: String, name: String, role: Role)]
    public let password: String
    public let projects: Int

    /// Projects per transaction.
    private static let batch = 500

    /// - Parameter seed: the same seed generates the same company.
    /// - Parameter progress: called now and then with the number of projects.
    /// - Throws: `CommandError` when there is a company in the folder already.
    public static func make(
        in folder: DataFolder, projects: Int, seed: UInt64, progress: (Int) -> Void = { _ in }
    ) async throws -> DemoCompany {
        let open = try await OpenCompany.begin(
            .demo, in: folder, name: "安居装饰", rulebook: "decoration", hotline: "400-812-3456")
        let database = open.database
        let company = try await CompanyStore(database: database).load()
        let password = OneTimePassword.make()
        let hash = try await PasswordHasher().hash(password)
        var random = DemoRandom(seed: seed)
        let staff = try database.writeNow { db in
            try DemoStaff.make(db, database.audit, passwordHash: hash, projects: projects, &random, .command)
        }
        let store = DemoStore(
            database: database, company: company,
            planSync: PlanSync(rulebook: company.rulebook, calendar: .standard), now: Stamp.command.at)
        for start in stride(from: 0, to: projects, by: batch) {
            let end = min(start + batch, projects)
            try store.addProjects(start..<end, of: projects, staff: staff, &random)
            progress(end)
        }
        try DemoWorkOrderStore(database: database, company: company, now: Stamp.command.at).addOrders(staff)
        let issues = IssueStore(database: database, rules: company.rules, zone: company.zone)
        try await DemoIssueStore(issues: issues, now: Stamp.command.at).addIssues(staff)
        let tokens = FeedbackTokens(key: try AuditKey.derived(for: "feedback links", in: folder))
        try await DemoVoiceStore(
            feedback: FeedbackStore(database: database, rules: company.rules, zone: company.zone, tokens: tokens),
            enquiries: EnquiryStore(database: database, rules: company.rules, zone: company.zone),
            now: Stamp.command.at
        ).addVoices(staff)
        try database.settle()
        try Unfinished.end(in: folder)
        try open.close()
        return DemoCompany(accounts: DemoStaff.accounts, password: password, projects: projects)
    }
}
