import Forms
import Hummingbird

/// Builds every controller with its stores; `Routes` mounts their handlers.
extension App {
    var cookies: CookieScope { CookieScope(baseURL: settings.baseURL) }
    var memberStore: MemberStore { MemberStore(database: database) }
    var sessionStore: SessionStore { SessionStore(database: database, limits: settings.sessions) }
    private var passwordStore: PasswordStore { PasswordStore(database: database) }
    private var browserStore: KnownBrowserStore { KnownBrowserStore(database: database) }
    var throttleStore: SignInThrottleStore { SignInThrottleStore(database: database, key: throttleKey) }
    private var followUpStore: FollowUpStore { FollowUpStore(database: database, rules: rules) }
    private var askedStore: AskedQuestionnaireStore { AskedQuestionnaireStore(database: database, rules: rules) }
    private var handoverStore: HandoverStore { HandoverStore(database: database, zone: company.zone) }
    private var accessStore: AccessStore { AccessStore(database: database) }
    var auditStore: AuditStore { AuditStore(database: database) }
    private var projectStore: ProjectStore { ProjectStore(database: database, rules: rules) }
    private var workOrderStore: WorkOrderStore {
        WorkOrderStore(database: database, rules: rules, zone: company.zone, issues: issueStore)
    }
    private var rulebookStore: RulebookStore { RulebookStore(database: database, rules: rules) }
    var replanningStore: ReplanningRunStore { ReplanningRunStore(database: database, rules: rules) }
    var comparisonStore: ProposalImpactStore { ProposalImpactStore(database: database, rules: rules) }
    var comparing: ProposalComparer {
        ProposalComparer(rulebooks: rulebookStore, comparisons: comparisonStore, today: { today })
    }
    private var door: RecordDoor { RecordDoor(database: database) }
    private var sheets: SheetStore { SheetStore(database: database, rules: rules, zone: company.zone) }

    var signInController: SignInController {
        SignInController(
            signIn: SignIn(
                passwords: passwordStore, sessions: sessionStore, browsers: browserStore, throttle: throttleStore,
                tries: tries, hasher: hasher),
            cookies: cookies, limits: settings.sessions, seal: pendingFormSeal, pages: pages)
    }

    var setUpController: SetUpController {
        SetUpController(link: setUpLink, members: memberStore, hasher: hasher, pages: pages)
    }

    var passwordController: PasswordController {
        PasswordController(
            change: PasswordChange(
                passwords: passwordStore, throttle: throttleStore, tries: tries, hasher: hasher),
            seal: pendingFormSeal, pages: pages)
    }

    var sessionsController: SessionsController {
        SessionsController(sessions: sessionStore, cookies: cookies, pages: pages)
    }

    var staffController: StaffController {
        StaffController(
            members: memberStore, passwords: passwordStore, handovers: handoverStore, audit: auditStore,
            hasher: hasher, pages: pages, rules: rules)
    }

    var customersController: CustomersController {
        CustomersController(
            customers: CustomerStore(database: database), enquiries: enquiryStore, issues: issueStore,
            members: memberStore, audit: auditStore, pages: pages, rules: rules,
            numberGuesses: numberGuesses)
    }

    var projectsController: ProjectsController {
        ProjectsController(
            projects: projectStore, customers: CustomerStore(database: database), members: memberStore, pages: pages,
            rules: rules)
    }

    var milestonesController: MilestonesController {
        MilestonesController(milestones: MilestoneStore(database: database, rules: rules), pages: pages)
    }

    var peopleController: PeopleController {
        PeopleController(assignments: AssignmentStore(database: database), pages: pages)
    }

    var todayController: TodayController {
        TodayController(
            store: TodayStore(followUps: followUpStore, issues: issueStore, zone: company.zone), pages: pages)
    }

    var followUpsController: FollowUpsController {
        FollowUpsController(showing: followUpShowing, audit: auditStore)
    }

    private var followUpShowing: FollowUpShowing {
        FollowUpShowing(followUps: followUpStore, members: memberStore, pages: pages)
    }

    var attemptsController: AttemptsController { AttemptsController(showing: followUpShowing) }

    var excusesController: ExcusesController { ExcusesController(showing: followUpShowing) }

    var handoversController: HandoversController {
        HandoversController(handovers: handoverStore, members: memberStore, showing: followUpShowing)
    }

    var rateController: RateController { RateController(followUps: followUpStore, pages: pages) }

    var sheetController: SheetController {
        SheetController(
            followUps: followUpStore, asked: askedStore, sheets: sheets, door: door, companyName: company.name,
            pages: pages)
    }

    var correctionController: CorrectionController {
        CorrectionController(
            followUps: followUpStore, asked: askedStore, sheets: sheets, door: door, pages: pages)
    }

    var recordController: RecordController {
        RecordController(
            followUps: followUpStore, door: door, readings: ReadingStore(database: database), pages: pages)
    }

    var accessRequestsController: AccessRequestsController {
        AccessRequestsController(showing: accessRequestShowing, projects: projectStore)
    }

    var accessDecisionsController: AccessDecisionsController {
        AccessDecisionsController(showing: accessRequestShowing)
    }

    private var accessRequestShowing: AccessRequestShowing {
        AccessRequestShowing(access: accessStore, followUps: followUpStore, feedback: feedbackStore, pages: pages)
    }

    var equipmentController: EquipmentController {
        EquipmentController(
            equipment: EquipmentStore(database: database), projects: projectStore, pages: pages)
    }

    private var workOrderShowing: WorkOrderShowing { WorkOrderShowing(orders: workOrderStore, pages: pages) }

    var workOrdersController: WorkOrdersController {
        WorkOrdersController(showing: workOrderShowing, members: memberStore, audit: auditStore)
    }

    var workOrderRequestsController: WorkOrderRequestsController {
        WorkOrderRequestsController(
            orders: workOrderStore, followUps: followUpStore, issues: issueStore, pages: pages)
    }

    var workOrderDecisionsController: WorkOrderDecisionsController {
        WorkOrderDecisionsController(showing: workOrderShowing)
    }

    var dispatchController: DispatchController {
        DispatchController(orders: workOrderStore, members: memberStore, pages: pages)
    }

    var appointmentsController: AppointmentsController {
        AppointmentsController(orders: workOrderStore, pages: pages)
    }

    var issueStore: IssueStore { IssueStore(database: database, rules: rules, zone: company.zone) }

    var issuesController: IssuesController {
        IssuesController(showing: issueShowing, door: door, audit: auditStore)
    }

    private var issueShowing: IssueShowing { IssueShowing(issues: issueStore, pages: pages) }

    var issueCustomerController: IssueCustomerController { IssueCustomerController(issues: issueStore, pages: pages) }

    var issueStepsController: IssueStepsController { IssueStepsController(showing: issueShowing) }

    var rulebookController: RulebookController {
        RulebookController(
            rulebooks: rulebookStore, replannings: replanningStore, projects: projectStore, pages: pages)
    }

    var proposalsController: ProposalsController {
        ProposalsController(
            rulebooks: rulebookStore, comparisons: comparisonStore, comparing: comparing, wakeSignal: wakeSignal,
            pages: pages)
    }

    var calendarController: CalendarController {
        CalendarController(
            calendars: CalendarStore(database: database, rules: rules), replannings: replanningStore,
            wakeSignal: wakeSignal,
            pages: pages)
    }

    private var visitStore: VisitStore { VisitStore(database: database, issues: issueStore) }
    private var feeStore: FeeStore { FeeStore(database: database) }
    private var reportStore: ServiceReportStore {
        ServiceReportStore(
            database: database, rules: rules, zone: company.zone, issues: issueStore, orders: workOrderStore)
    }

    var visitsController: VisitsController {
        VisitsController(visits: visitStore, reports: reportStore, fees: feeStore, pages: pages)
    }

    var reportsController: ReportsController { ReportsController(showing: reportShowing) }

    private var reportShowing: ReportShowing { ReportShowing(reports: reportStore, pages: pages) }

    var confirmationController: ConfirmationController {
        ConfirmationController(reports: reportStore, companyName: company.name, pages: pages)
    }

    var filedReportsController: FiledReportsController {
        FiledReportsController(showing: reportShowing)
    }

    var feesController: FeesController { FeesController(fees: feeStore, pages: pages) }

    var photographStore: PhotographStore { PhotographStore(database: database) }
    var photographsController: PhotographsController {
        PhotographsController(
            photographs: photographStore, attachments: attachments, photoProcessor: photoProcessor, pages: pages)
    }

    var auditController: AuditController {
        AuditController(
            audit: auditStore, trail: AuditListStore(database: database, zone: company.zone), members: memberStore,
            pages: pages)
    }

    /// The answer to a request that cannot be parsed.
    var bareAnswer: BareAnswer {
        BareAnswer(
            headers: SecurityHeaders(baseURL: settings.baseURL),
            text: BareAnswer.text(Language.allCases.map { Words($0, zone: company.zone) }))
    }

    /// The start page: the day's work when signed in, else the sign-in form.
    @Sendable func home(_ request: Request, _ context: AppContext) async throws -> Response {
        .seeOther(context.signedIn == nil ? Paths.signIn : Paths.today)
    }

    var conditionReading: ConditionReading {
        ConditionReading(
            folder: settings.data, clock: clock, audit: auditStore, database: database, attachments: attachments,
            foundedAt: company.foundedAt, backupAge: settings.backupAge)
    }

    var conditionController: ConditionController { ConditionController(reading: conditionReading, pages: pages) }

    var clockController: ClockController {
        ClockController(clock: clock, store: ClockStore(database: database), wakeSignal: wakeSignal)
    }
}
