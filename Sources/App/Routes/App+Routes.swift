import Hummingbird

/// The whole table of addresses: what anybody may open, and the parts that stand in the files beside this one (ACC-1).
extension App {
    func router() -> Router<AppContext> {
        let router = Router(context: AppContext.self, options: .autoGenerateHeadEndpoints)
        addFront(to: router)
        let signIn = signInController, setUp = setUpController, language = LanguageController()

        // Anybody
        router.get("/", use: home)
        router.get("/health", use: HealthController(reading: conditionReading).show)
        router.get("/metrics", use: MetricsController(reading: conditionReading, meter: meter).show)
        router.get("/sign-in", use: signIn.show)
        router.post("/sign-in", use: signIn.create)
        router.post("/sign-out", use: signIn.signOut)
        router.post("/language", use: language.choose)
        router.get("/receipts/:submission", use: ReceiptsController(database: database).show)
        router.get("/set-up/:token", use: setUp.show)
        router.post("/set-up/:token", use: setUp.create)

        addFeedback(to: router)
        addEnquiries(to: router)

        let members = router.group(context: MemberContext.self).add(middleware: MustChangePassword())
            .add(middleware: SameOpener())
        addAccounts(to: members)
        addCustomers(to: members)
        addFollowUps(to: members)
        addWorkOrders(to: members)
        addAccess(to: members)
        addBooks(to: members)
        addVisits(to: members)
        addIssues(to: members)
        addFeedback(to: members)
        addEnquiries(to: members)
        return router
    }

    private func addFront(to router: Router<AppContext>) {
        let signIn = signInController
        let errors = ErrorAnswers(
            pages: pages, signInAgain: signIn.askAgain, askOpener: signIn.askOpener,
            noteRefusal: auditStore.noteRefusal,
            storageHealth: database.health)
        router.add(
            middleware: FrontDoor(
                now: now, headers: SecurityHeaders(baseURL: settings.baseURL),
                visitors: proxies,
                crossOrigin: CrossOriginCheck(
                    baseURL: settings.baseURL, listening: (settings.host, settings.port)),
                cookies: cookies, sessionCookie: cookies.name(SessionCookie.name), assets: files.assets, errors: errors,
                meter: meter)
        )
        router.add(middleware: WholeForm(now: now))
        // What keeps the session from being read is answered here, where the form is still whole.
        router.add(middleware: ErrorPages(errors: errors))
        router.add(middleware: SessionMiddleware(sessions: sessionStore, cookies: cookies))
        router.add(middleware: ErrorPages(errors: errors))
    }
}
