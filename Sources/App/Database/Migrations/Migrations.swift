import GRDB

/// All migrations in order; one that has shipped is never edited, only followed by another.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("Create the company, its staff and their sessions", migrate: createCompany)
        migrator.registerMigration("Create the audit trail and the list of submissions", migrate: createAuditTrail)
        migrator.registerMigration("Create customers and projects", migrate: createProjects)
        migrator.registerMigration("Create follow-ups and their sheets", migrate: createFollowUps)
        migrator.registerMigration("Create requests and grants to read records", migrate: createAccess)
        migrator.registerMigration("Index decided requests and agreed callbacks", migrate: indexDecidedAndAgreed)
        migrator.registerMigration("Give what is decided about calls rows of its own", migrate: createDecisions)
        migrator.registerMigration("Create handovers from one agent to others", migrate: createHandovers)
        migrator.registerMigration("Keep versions of the rulebook, and the calendar's years", migrate: createBooks)
        migrator.registerMigration("Create work orders, visits and equipment", migrate: createWorkOrders)
        migrator.registerMigration("Create service reports, photographs and fees", migrate: createServiceReports)
        migrator.registerMigration("Remember what happened to projects", migrate: createProjectEvents)
        migrator.registerMigration("Create issues and their steps", migrate: createIssues)
        migrator.registerMigration("Create links to the feedback form, and feedback", migrate: createFeedback)
        migrator.registerMigration("Create enquiries from the web", migrate: createDesk)
        migrator.registerMigration("Find feedback by its day, and let it be asked for", migrate: openFeedbackToRequests)
        migrator.registerMigration("Find enquiries that are open", migrate: indexOpenEnquiries)
        migrator.registerMigration("Bind submissions to the form that was filled", migrate: bindSubmissions)
        migrator.registerMigration("Remember browsers that people signed in with", migrate: createKnownBrowsers)
        migrator.registerMigration("Number the drafts of sheets", migrate: numberDrafts)
        migrator.registerMigration("Keep it when a customer is not sure to recommend", migrate: takeNotSure)
        migrator.registerMigration("Keep what customers enter before they sign", migrate: keepConfirmationDrafts)
        migrator.registerMigration("Tell numbers apart in the index of customers", migrate: tellPhonesApart)
        migrator.registerMigration("Let one-time passwords end", migrate: limitOneTimePasswords)
        migrator.registerMigration("Count photographs by who sent them", migrate: indexPhotographsBySender)
        migrator.registerMigration("Find entries of the trail by day, kind and project", migrate: indexTrail)
        migrator.registerMigration("Forget digests of forms with passwords", migrate: forgetPasswordDigests)
        migrator.registerMigration("Keep the answers of reports as they were filed", migrate: keepAnswersAsFiled)
        migrator.registerMigration("Keep the numbers of rows that lists tell", migrate: keepCounts)
        return migrator
    }
}
