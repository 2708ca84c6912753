import Forms
import Foundation
import Rulebooks

/// A company's data opened by a command, while no server runs.
public struct OpenCompany: Sendable {
    let database: AppDatabase

    /// - Throws: `CommandError` when the folder is in use, or has no company.
    public init(in folder: DataFolder) async throws {
        database = try CommandError.opening(folder) { try AppDatabase(in: folder, .working) }
        guard try await CompanyStore(database: database).exists() else { throw CommandError.noCompany(folder) }
    }

    private init(database: AppDatabase) { self.database = database }

    /// Creates a company in an empty folder.
    /// - Parameter rulebook: the name of a shipped rulebook, such as `decoration`.
    /// - Parameter hotline: the number that customers are told to call.
    /// - Parameter moment: the time of creation; by default now.
    /// - Throws: `CommandError` when there is a company already, or no rulebook of that name.
    @discardableResult
    public static func found(
        in folder: DataFolder, name: String, rulebook pack: String, hotline: String? = nil,
        zone identifier: String = "Asia/Shanghai",
        at moment: Date? = nil
    ) async throws -> OpenCompany {
        let company = try await begin(
            .founding, in: folder, name: name, rulebook: pack, hotline: hotline, zone: identifier, at: moment)
        try CommandError.opening(folder) { try Unfinished.end(in: folder) }
        return company
    }

    /// Creates a company that is marked as unfinished until the caller removes the marker.
    static func begin(
        _ work: Unfinished, in folder: DataFolder, name: String, rulebook pack: String, hotline: String? = nil,
        zone identifier: String = "Asia/Shanghai", at moment: Date? = nil
    ) async throws -> OpenCompany {
        guard var rulebook = try? Rulebook.pack(pack) else {
            throw CommandError(
                "there is no rulebook \"\(pack)\"; choose one of: \(Rulebook.packNames.joined(separator: ", "))")
        }
        if let hotline {
            guard let phone = PhoneNumber(typed: hotline) else {
                throw CommandError("\"\(hotline)\" is no telephone number")
            }
            rulebook = try Rulebook(yaml: rulebook.yaml + "\nhotline: \"\(phone.canonical)\"\n")
        }
        guard let zone = TimeZone(identifier: identifier) else {
            throw CommandError("\"\(identifier)\" is no time zone; write one like Asia/Shanghai")
        }
        let database = try CommandError.opening(folder) {
            try folder.make()
            return try AppDatabase(in: folder)
        }
        let store = CompanyStore(database: database)
        guard try await !store.exists() else {
            try Unfinished.refuse(folder)
            throw CommandError("there is a company in \(folder.url.path) already; choose another folder")
        }
        try CommandError.opening(folder) { try work.begin(in: folder) }
        let stamp = moment.map { Stamp(member: nil, at: $0, address: Stamp.command.address) } ?? .command
        try await store.found(name: name, zone: zone, rulebook: rulebook, stamp)
        return OpenCompany(database: database)
    }

    /// Adds a member who can sign in.
    /// - Throws: `CommandError` when the username is taken or the password is unfit.
    public func add(username: String, name: String, roles: Set<Role>, password: String) async throws {
        guard let username = Username(typed: username) else {
            throw CommandError("a username has 2–32 of these: a–z, 0–9, dot, dash, underscore")
        }
        if let problem = PasswordRules.problem(password, username: username.text) {
            throw CommandError(problem.sentence)
        }
        let hash = try await PasswordHasher().hash(password)
        do {
            _ = try await MemberStore(database: database).add(
                MemberFacts(name: name, username: username, roles: roles), passwordHash: hash,
                mustChangePassword: false, .random(), .command)
        } catch MemberProblem.usernameTaken {
            throw CommandError("the username \(username.text) is taken; choose another one")
        }
    }

    public func close() throws { try database.close() }
}

extension Stamp {
    /// The stamp of commands: no member is signed in at the terminal.
    static var command: Stamp {
        Stamp(
            member: nil, at: Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down)),
            address: "console")
    }
}
