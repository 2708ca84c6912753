import Forms
import Foundation
import Hummingbird
import Logging
import Rulebooks

/// Composition root: everything that serves one company, built once and passed to the routes.
struct App: Sendable {
    let settings: Settings
    let company: Company
    let database: AppDatabase
    let attachments: AttachmentFolder
    let photoProcessor: PhotoProcessor
    let setUpLink: SetUpLink
    let wakeSignal: WakeSignal
    let hasher: PasswordHasher
    let tries: PasswordTries
    let throttleKey: [UInt8]
    let feedbackTokens: FeedbackTokens
    let botTrap: BotTrap
    let pendingFormSeal: PendingFormSeal
    let messageReceipts: MessageReceipts
    let publicLimits = PublicLimits()
    let numberGuesses = RateLimit(30, in: 600)
    let meter = RequestMeter()
    let proxies: TrustedProxies
    let files: PageFiles
    let clock: CompanyClock

    /// Opens the company's data.
    /// - Parameter tell: called with findings, some of them before a step that takes long.
    /// - Throws: `CommandError` with a message for the terminal.
    /// - Parameter clock: by default the machine's clock, checked against the mark in the data folder.
    init(
        _ settings: Settings, _ files: PageFiles, clock: CompanyClock? = nil,
        tell: @escaping (OpeningNews) -> Void = { _ in }
    ) async throws {
        if let problem = settings.proxyProblem { throw CommandError(problem) }
        proxies = try TrustedProxies(settings.trustedProxies, header: settings.proxyHeader)
        guard settings.data.hasDatabase else { throw CommandError.noCompany(settings.data) }
        let clock = clock ?? CompanyClock(seen: ClockMark(in: settings.data).read())
        self.clock = clock
        let database = try CommandError.opening(settings.data) {
            try AppDatabase(in: settings.data, .serving, sessions: settings.sessions, clock: clock, tell: tell)
        }
        self.database = database
        company = try await Self.load(from: database, in: settings.data)
        self.settings = settings
        attachments = try await Self.attachments(of: settings.data, database, tell)
        photoProcessor = PhotoProcessor(attachments)
        wakeSignal = WakeSignal()
        hasher = PasswordHasher()
        tries = PasswordTries(database: database)
        throttleKey = try SignInThrottleStore.key(in: settings.data)
        pendingFormSeal = PendingFormSeal(key: try AuditKey.derived(for: "forms that wait", in: settings.data))
        botTrap = BotTrap(key: try AuditKey.derived(for: "forms of strangers", in: settings.data))
        messageReceipts = MessageReceipts(key: try AuditKey.derived(for: "messages of strangers", in: settings.data))
        feedbackTokens = FeedbackTokens(key: try AuditKey.derived(for: "feedback links", in: settings.data))
        self.files = files
        let hasAdministrator = try await MemberStore(database: database).hasAdministrator()
        if let entry = try await ClockStore(database: database).latestEntry() { clock.hold(after: entry) }
        setUpLink = SetUpLink(isNeeded: !hasAdministrator, base: settings.baseURL)
    }

    /// Recreates a missing attachment folder, and reports it when rows refer to files in it.
    private static func attachments(
        of folder: DataFolder, _ database: AppDatabase, _ tell: (OpeningNews) -> Void
    ) async throws -> AttachmentFolder {
        if FileFacts(folder.attachments) == nil {
            let files = try await PhotographStore(database: database).count()
            if files > 0 { tell(.attachmentsLost(files: files)) }
        }
        return try CommandError.opening(folder) { try AttachmentFolder(folder) }
    }

    private static func load(from database: AppDatabase, in folder: DataFolder) async throws -> Company {
        do {
            return try await CompanyStore(database: database).load()
        } catch is CompanyStore.NotFounded {
            throw CommandError.noCompany(folder)
        } catch is RulebookError {
            throw CommandError("the rulebook in force cannot be read; \(CommandError.restoring)")
        } catch {
            throw CommandError.ofStorage(error, at: folder.database.path) ?? error
        }
    }

    var pages: PageResponder {
        let access = AccessStore(database: database)
        let navigation = Navigation(pendingRequests: { try await access.pendingCount() })
        return PageResponder(
            renderer: files.renderer,
            layout: LayoutSource(
                companyName: company.name, hotline: { [rules] in rules.rulebook.hotline }, assets: files.assets,
                menu: { try await navigation.entries(for: $0) },
                needsSeeingTo: { [conditionReading] in await conditionReading.needsSeeingTo() }),
            zone: company.zone)
    }

    /// The current rules, which an administrator can change at any moment.
    var rules: CurrentRules { company.rules }
    var planSync: PlanSync { rules.planSync }

    /// The current moment by the company's clock.
    var now: @Sendable () -> Date { { [clock] in clock.now } }

    /// Today in the company's time zone.
    var today: Day { Day(now(), in: company.zone) }
}
