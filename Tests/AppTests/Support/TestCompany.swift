import Forms
import Foundation
import GRDB
import Hummingbird
import Synchronization
import Testing

@testable import App

/// The people of a test company: one in each role, and a second agent. The raw value is the username.
enum Staff: String, Sendable, CaseIterable {
    case admin, agent, agent2, technician, manager, executive, finance

    var role: Role {
        switch self {
        case .admin: .administrator
        case .agent, .agent2: .agent
        case .technician: .technician
        case .manager: .manager
        case .executive: .executive
        case .finance: .finance
        }
    }

    /// Those who mend, and who sends them.
    var department: String? {
        switch self {
        case .technician, .manager: "maintenance"
        case .admin, .agent, .agent2, .executive, .finance: nil
        }
    }

    var name: String {
        switch self {
        case .admin: "周敏"
        case .agent: "陈静"
        case .agent2: "吴涛"
        case .technician: "郑凯"
        case .manager: "冯雪"
        case .executive: "孙磊"
        case .finance: "何洁"
        }
    }
}

/// A whole company in a fresh folder with a clock of its own: the app as it is served, without a socket.
final class TestCompany: Sendable {
    static let password = "correct horse battery"
    static let name = "安居装饰"
    static let passwordHash = Sodium.hash(password: password)

    let folder: DataFolder
    let clock: TestClock
    let app: App
    private let routed = Mutex<RouterResponder<AppContext>?>(nil)
    private let members: [Staff: Member]

    /// - Parameter isStaffed: false leaves the company without a single person, as right after `huifang init`.
    /// - Parameter settings: how it is served, when that matters.
    init(
        at start: Date = TestClock.start, isStaffed: Bool = true,
        settings: (DataFolder) -> Settings = { Settings(data: $0) }
    ) async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "company-\(UUID().uuidString)")
        folder = DataFolder(place.path)
        let clock = TestClock(start)
        self.clock = clock
        let founded = try await FoundedCompany.made(at: start, isStaffed: isStaffed)
        try founded.write(into: folder)
        members = founded.members
        let companyClock = CompanyClock(clock: { clock.now }, uptime: { clock.now.timeIntervalSince1970 })
        app = try await App(settings(folder), Self.files(), clock: companyClock)
    }

    /// Read once for all companies, which come by the hundred.
    private static let reading = Result { try PageFiles(in: ProjectFolder.url) }

    static func files() throws -> PageFiles { try reading.get() }

    deinit {
        try? app.database.close()
        try? FileManager.default.removeItem(at: folder.url)
    }

    /// Made when somebody asks for a page: a router costs as much as the rest of a company, and most tests need none.
    var responder: RouterResponder<AppContext> {
        routed.withLock { routed in
            let responder = routed ?? app.router().buildResponder()
            routed = responder
            return responder
        }
    }

    var database: AppDatabase { app.database }
    var today: Day { app.today }
    var zone: TimeZone { app.company.zone }

    func member(_ one: Staff) throws -> Member { try #require(members[one]) }

    /// What a member does now, as stores want it.
    func stamp(_ one: Staff) throws -> Stamp {
        Stamp(member: try member(one).id, at: clock.now, address: "192.0.2.7")
    }

    /// A browser that nobody has signed in with.
    func browser(
        in language: Language = .simplified, from address: String = "192.0.2.1", checkingWords: Bool = true
    ) -> Browser {
        Browser(self, language: language, address: address, checksWords: checkingWords)
    }

    /// Every word that the audit trail has about a subject: `action` in the order of the entries.
    func audited<Thing>(_ kind: String, _ id: ID<Thing>) async throws -> [String] {
        try await audited(kind, id.number)
    }

    func audited(_ kind: String, _ id: Int) async throws -> [String] {
        try await database.read { db in
            try String.fetchAll(
                db, sql: "SELECT action FROM audit_entry WHERE subject_kind = ? AND subject_id = ? ORDER BY id",
                arguments: [kind, id])
        }
    }

    /// The id of a thing, such as the latest one.
    func id<Thing>(_ sql: String) async throws -> ID<Thing> { ID(try await number(sql)) }

    /// A single number from the database, such as a count.
    func number(_ sql: String) async throws -> Int {
        try await database.read { db in try Int.fetchOne(db, sql: sql) ?? 0 }
    }
}
