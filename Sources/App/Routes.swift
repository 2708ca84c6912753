import Hummingbird

/// The whole table of addresses; every group says who may enter it (ACC-1).
extension App {
    func router() -> Router<AppContext> {
        let router = Router(context: AppContext.self, options: .autoGenerateHeadEndpoints)
        addFront(to: router)
        let signIn = signInController, setUp = setUpController, language = LanguageController()

        // Anybody
        router.get("/", use: home)
        router.get("/health", use: health)
        router.get("/sign-in", use: signIn.show)
        router.post("/sign-in", use: signIn.create)
        router.post("/sign-out", use: signIn.signOut)
        router.post("/language", use: language.choose)
        router.get("/set-up/:token", use: setUp.show)
        router.post("/set-up/:token", use: setUp.create)

        let members = router.group(context: MemberContext.self).add(middleware: MustChangePassword())
        addAccounts(to: members)
        addCustomers(to: members)
        addFollowUps(to: members)
        addWorkOrders(to: members)
        addAccess(to: members)
        addBooks(to: members)
        addVisits(to: members)
        addIssues(to: members)
        return router
    }

    private func addAccounts(to members: RouterGroup<MemberContext>) {
        let password = passwordController, sessions = sessionsController, staff = staffController

        // Everybody who is signed in
        members.get("/password", use: password.show)
        members.post("/password", use: password.update)
        members.get("/sessions", use: sessions.index)
        members.post("/sessions/ending", use: sessions.endAll)
        members.post("/sessions/:id/ending", use: sessions.end)

        let management = members.entering(.manageStaff)
        management.get("/staff", use: staff.index)
        management.get("/staff.csv", use: staff.export)
        management.get("/staff/new", use: staff.new)
        management.post("/staff", use: staff.create)
        management.get("/staff/:id", use: staff.show)
        management.post("/staff/:id", use: staff.correct)
        management.post("/staff/:id/password", use: staff.resetPassword)
        management.post("/staff/:id/locking", use: staff.lock)
        management.post("/staff/:id/unlocking", use: staff.unlock)
    }

    private func addCustomers(to members: RouterGroup<MemberContext>) {
        let customers = customersController, projects = projectsController
        let milestones = milestonesController, people = peopleController, equipment = equipmentController

        let reading = members.entering(.seeCustomers)
        reading.get("/customers", use: customers.index)
        reading.get("/customers.csv", use: customers.export)
        reading.get("/customers/:id", use: customers.show)
        reading.get("/projects/:id", use: projects.show)

        let registering = members.entering(.registerCustomers)
        registering.get("/customers/new", use: customers.new)
        registering.post("/customers", use: customers.create)
        registering.get("/customers/:id/edit", use: customers.edit)
        registering.post("/customers/:id", use: customers.correct)
        registering.get("/customers/:id/projects/new", use: projects.new)
        registering.get("/customers/:id/projects", use: customers.backToCard)
        registering.post("/customers/:id/projects", use: projects.create)
        registering.get("/projects/:id/edit", use: projects.edit)
        registering.post("/projects/:id", use: projects.correct)
        registering.get("/projects/:id/milestones", use: milestones.edit)
        registering.post("/projects/:id/milestones", use: milestones.save)
        registering.get("/projects/:id/people", use: people.index)
        registering.post("/projects/:id/people", use: people.add)
        registering.get("/projects/:id/people/:assignment", use: people.edit)
        registering.post("/projects/:id/people/:assignment", use: people.correct)

        let installing = members.entering(.changeEquipment)
        installing.get("/projects/:id/equipment", use: equipment.new)
        installing.post("/projects/:id/equipment", use: equipment.create)
        installing.get("/projects/:id/equipment/:equipment", use: equipment.edit)
        installing.post("/projects/:id/equipment/:equipment", use: equipment.correct)

        let phones = members.entering(.showPhones)
        phones.get("/customers/:id/phones", use: customers.backToCard)
        phones.post("/customers/:id/phones", use: customers.showPhones)
    }

    private func addFollowUps(to members: RouterGroup<MemberContext>) {
        let today = todayController, followUps = followUpsController, sheet = sheetController
        let correction = correctionController, record = recordController, rate = rateController
        let excuses = excusesController, handovers = handoversController

        members.entering(.seeToday).get("/today", use: today.show)

        let reading = members.entering(.seeFollowUps)
        reading.get("/follow-ups", use: followUps.index)
        reading.get("/follow-ups.csv", use: followUps.export)
        reading.get("/follow-ups/:id", use: followUps.show)
        reading.get("/follow-ups/:id/record", use: record.show)

        members.entering(.seeRate).get("/follow-ups/rate", use: rate.show)

        let calling = members.entering(.call)
        calling.get("/follow-ups/:id/sheet", use: sheet.show)
        calling.post("/follow-ups/:id/sheet", use: sheet.submit)
        calling.post("/follow-ups/:id/draft", use: sheet.keepDraft)
        calling.post("/follow-ups/:id/attempts", use: followUps.recordAttempt)
        calling.post("/follow-ups/:id/excuse-requests", use: excuses.ask)
        calling.get("/follow-ups/:id/correction", use: correction.show)
        calling.post("/follow-ups/:id/correction", use: correction.correct)

        members.entering(.file).post("/follow-ups/:id/filing", use: correction.file)
        members.entering(.seeReadings).get("/follow-ups/:id/readings", use: record.readings)
        let excusing = members.entering(.excuse)
        excusing.post("/follow-ups/:id/excuse", use: excuses.excuse)
        excusing.post("/follow-ups/:id/reinstatement", use: excuses.reinstate)
        excusing.post("/excuse-requests/:id/approval", use: excuses.approve)
        excusing.post("/excuse-requests/:id/refusal", use: excuses.refuse)
        let reassigning = members.entering(.reassign)
        reassigning.post("/follow-ups/:id/handover", use: handovers.handOverCall)
        reassigning.get("/staff/:id/handover", use: handovers.new)
        reassigning.post("/staff/:id/handover", use: handovers.create)
        reassigning.get("/handovers/:id", use: handovers.show)
        reassigning.post("/handovers/:id/reversal", use: handovers.reverse)
    }

    private func addWorkOrders(to members: RouterGroup<MemberContext>) {
        let orders = workOrdersController, requests = workOrderRequestsController
        let decisions = workOrderDecisionsController, dispatch = dispatchController
        let appointments = appointmentsController

        let seeing = members.entering(.seeWorkOrders)
        seeing.get("/work-orders", use: orders.index)
        seeing.get("/work-orders/:id", use: decisions.show)
        seeing.get("/work-orders/:id/phone", use: decisions.backToOrder)
        seeing.post("/work-orders/:id/phone", use: decisions.showPhone)
        seeing.post("/work-orders/:id/cancellation", use: decisions.cancel)
        seeing.get("/visits/:id/appointments", use: appointments.edit)
        seeing.post("/visits/:id/appointments", use: appointments.agree)
        seeing.post("/visits/:id/appointments/notice", use: appointments.noteTold)

        members.entering(.exportWorkOrders).get("/work-orders.csv", use: orders.export)
        members.entering(.seeWorkOrderBoard).get("/work-orders/board", use: orders.board)

        let requesting = members.entering(.requestWorkOrder)
        requesting.get("/work-orders/new", use: requests.new)
        requesting.post("/work-orders", use: requests.create)

        let managing = members.entering(.manageWorkOrders)
        managing.post("/work-orders/:id/approval", use: decisions.approve)
        managing.post("/work-orders/:id/refusal", use: decisions.refuse)
        managing.get("/work-orders/:id/visits", use: dispatch.new)
        managing.post("/work-orders/:id/visits", use: dispatch.create)
        managing.get("/visits/:id/withdrawal", use: appointments.edit)
        managing.post("/visits/:id/withdrawal", use: appointments.withdraw)
    }

    private func addAccess(to members: RouterGroup<MemberContext>) {
        let requests = accessRequestsController, decisions = accessDecisionsController

        let seeing = members.entering(.seeAccessRequests)
        seeing.get("/access-requests", use: requests.index)
        seeing.get("/access-requests/:id", use: decisions.show)

        let asking = members.entering(.askForAccess)
        asking.get("/access-requests/new", use: requests.new)
        asking.post("/access-requests", use: requests.create)

        let deciding = members.entering(.decideAccess)
        deciding.post("/access-requests/:id/approval", use: decisions.approve)
        deciding.post("/access-requests/:id/refusal", use: decisions.refuse)
        deciding.post("/access-grants/:id/revocation", use: decisions.revoke)

        members.entering(.seeAudit).get("/audit", use: auditController.index)
    }

    private func addBooks(to members: RouterGroup<MemberContext>) {
        let rulebook = rulebookController, proposals = proposalsController, calendar = calendarController

        let reading = members.entering(.seeRulebook)
        reading.get("/rulebook", use: rulebook.show)
        reading.get("/rulebook.yaml", use: rulebook.download)
        reading.get("/rulebook/preview", use: rulebook.preview)
        reading.get("/calendar", use: calendar.index)
        reading.get("/calendar/:year", use: calendar.show)

        let changing = members.entering(.changeRulebook)
        changing.get("/rulebook/proposals/new", use: proposals.new)
        changing.get("/rulebook/proposals", use: proposals.backToForm)
        changing.post("/rulebook/proposals", use: proposals.create)
        changing.get("/rulebook/proposals/:id", use: proposals.show)
        changing.post("/rulebook/proposals/:id/enforcement", use: proposals.putIntoForce)
        changing.post("/rulebook/versions/:id/proposal", use: proposals.restore)

        let deciding = members.entering(.changeCalendar)
        deciding.post("/calendar/:year", use: calendar.decide)
        deciding.post("/calendar/:year/withdrawal", use: calendar.withdraw)
    }

    private func addVisits(to members: RouterGroup<MemberContext>) {
        let visits = visitsController, reports = reportsController, confirmation = confirmationController
        let filed = filedReportsController, fees = feesController, photographs = photographsController

        let going = members.entering(.seeVisits)
        going.get("/visits/:id", use: visits.show)
        going.get("/visits/:id/phone", use: visits.backToVisit)
        going.post("/visits/:id/phone", use: visits.showPhone)
        going.post("/visits/:id/acceptance", use: visits.accept)
        going.post("/visits/:id/arrival", use: visits.arrive)
        going.get("/visits/:id/report", use: reports.show)
        going.get("/visits/:id/report/:step", use: reports.showStep)
        going.post("/visits/:id/report/:step", use: reports.saveStep)
        going.get("/visits/:id/confirmation", use: confirmation.show)
        going.post("/visits/:id/confirmation", use: confirmation.confirm)
        going.get("/visits/:id/filing", use: visits.backToVisit)
        going.post("/visits/:id/filing", use: filed.file)
        going.get("/visits/:id/print", use: filed.print)
        going.get("/visits/:id/fees", use: visits.backToVisit)
        going.post("/visits/:id/fees", use: visits.handIn)
        going.get("/visits/:id/photographs", use: photographs.index)
        going.post("/visits/:id/photographs", use: photographs.create)
        going.get("/visits/:id/photographs/receipt", use: photographs.receipt)
        going.get("/photographs/:token", use: photographs.show)
        going.get("/photographs/:token/thumbnail", use: photographs.thumbnail)
        going.post("/photographs/:token/removal", use: photographs.remove)
        going.post("/photographs/:token/return", use: photographs.putBack)

        members.entering(.seeFees).get("/fees", use: fees.index)
        let confirming = members.entering(.confirmFees)
        confirming.get("/visits/:id/fees/confirmation", use: fees.show)
        confirming.post("/visits/:id/fees/confirmation", use: fees.confirm)
    }

    private func addIssues(to members: RouterGroup<MemberContext>) {
        let issues = issuesController, steps = issueStepsController

        let raising = members.entering(.raiseIssue)
        raising.get("/issues/new", use: issues.new)
        raising.post("/issues", use: issues.create)

        members.entering(.exportIssues).get("/issues.csv", use: issues.export)
        let seeing = members.entering(.seeIssues)
        seeing.get("/issues", use: issues.index)
        seeing.get("/issues/board", use: issues.board)
        seeing.get("/issues/:id", use: steps.show)
        seeing.get("/issues/:id/:step", use: steps.backToIssue)
        seeing.post("/issues/:id/:step", use: steps.take)
    }

    private func addFront(to router: Router<AppContext>) {
        let signIn = signInController
        let errors = ErrorAnswers(pages: pages, signInAgain: signIn.askAgain, noteRefusal: auditStore.noteRefusal)
        router.add(
            middleware: FrontDoor(
                now: now, headers: SecurityHeaders(baseURL: settings.baseURL),
                crossOrigin: CrossOriginCheck(baseURL: settings.baseURL),
                sessionCookie: cookies.name(SessionCookie.name), assets: files.assets, errors: errors))
        router.add(middleware: SessionMiddleware(sessions: sessionStore, cookies: cookies))
        router.add(middleware: ErrorPages(errors: errors))
    }
}
