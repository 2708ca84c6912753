import Hummingbird

/// The route table: the public routes, and the parts in the files beside this one (ACC-1).
extension App {
    func router() -> Router<AppContext> {
        let router = Router(context: AppContext.self, options: .autoGenerateHeadEndpoints)
        addFront(to: router)
        let signIn = signInController, setUp = setUpController, language = LanguageController()

        // Public
        router.get(Paths.home, use: home)
        router.get(Paths.health, use: HealthController(reading: conditionReading).show)
        router.get(Paths.metrics, use: MetricsController(reading: conditionReading, meter: meter).show)
        router.get(Paths.signIn, use: signIn.show)
        router.post(Paths.signIn, use: signIn.create)
        router.post(Paths.signOut, use: signIn.signOut)
        router.post(Paths.language, use: language.choose)
        router.get(Paths.receipt, use: ReceiptsController(database: database).show)
        router.get(Paths.setUp, use: setUp.show)
        router.post(Paths.setUp, use: setUp.create)

        addFeedback(to: router)
        addEnquiries(to: router)

        let members = router.group(context: MemberContext.self).add(middleware: MustChangePassword())
            .add(middleware: SameOpener())
        addAccounts(to: members)
        addCustomers(to: members)
        addFollowUps(to: members)
        addWorkOrders(to: members)
        addAccess(to: members)
        addRulebook(to: members)
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
        // A failure to read the session is answered here, where the form can still be read.
        router.add(middleware: ErrorPages(errors: errors))
        router.add(middleware: SessionMiddleware(sessions: sessionStore, cookies: cookies))
        router.add(middleware: ErrorPages(errors: errors))
    }
}
