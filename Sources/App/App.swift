import Forms
import Foundation
import Hummingbird
import Logging
import Rulebooks

/// The composition root: everything that serves one company, made once and handed to the routes.
struct App: Sendable {
    let settings: Settings
    let company: Company
    let database: AppDatabase
    let attachments: AttachmentFolder
    let darkroom: Darkroom
    let setUpLink: SetUpLink
    let bell: Bell
    let hasher: PasswordHasher
    let throttleKey: [UInt8]
    let feedbackTokens: FeedbackTokens
    let botTrap: BotTrap
    let messageReceipts: MessageReceipts
    let publicLimits = PublicLimits()
    let files: PageFiles
    /// The moment it is; handed in, so that tests can move it.
    let now: @Sendable () -> Date

    /// Opens the company's data.
    /// - Throws: `Trouble` in words.
    init(_ settings: Settings, _ files: PageFiles, now: @escaping @Sendable () -> Date = { Date() }) async throws {
        guard settings.data.hasDatabase else { throw Trouble.noCompany(settings.data) }
        database = try Trouble.opening(settings.data) { try AppDatabase(in: settings.data) }
        do {
            company = try await CompanyStore(database: database).load()
        } catch is CompanyStore.NotFounded {
            throw Trouble.noCompany(settings.data)
        }
        self.settings = settings
        attachments = try AttachmentFolder(settings.data)
        darkroom = Darkroom(attachments)
        self.now = now
        bell = Bell()
        hasher = try PasswordHasher()
        throttleKey = try SignInThrottleStore.key(in: settings.data)
        botTrap = BotTrap(key: try AuditKey.derived(for: "forms of strangers", in: settings.data))
        messageReceipts = MessageReceipts(key: try AuditKey.derived(for: "messages of strangers", in: settings.data))
        feedbackTokens = FeedbackTokens(key: try AuditKey.derived(for: "feedback links", in: settings.data))
        self.files = files
        let hasAdministrator = try await MemberStore(database: database).hasAdministrator()
        setUpLink = SetUpLink(isNeeded: !hasAdministrator, base: settings.baseURL)
    }

    var pages: PageResponder {
        let access = AccessStore(database: database)
        return PageResponder(
            renderer: files.renderer,
            layout: LayoutSource(
                companyName: company.name, hotline: { [books] in books.rulebook.hotline }, assets: files.assets,
                pendingRequests: { try await access.pendingCount() }),
            zone: company.zone)
    }

    /// The books in force, which an administrator can change at any moment.
    var books: BooksInForce { company.books }
    var planner: Planner { books.planner }

    /// Today by the company's clocks.
    var today: Day { Day(now(), in: company.zone) }
}
