/// What each route answers to whom, written down once more and by hand: the table that people audit. A new route gets its
/// lines here, what it is about in `RouteThings`, and what its form takes in `RouteBodies`.
///
/// Columns: nobody signed in · administrator · agent · second agent · technician · manager · executive · finance.
/// Things: `own` is one that belongs to whoever asks (their call, their request, themselves), `other` somebody else's,
/// `missing` none at all; a dash where there can be no such thing. What was done is answered with 303.
enum Expectations {
    static let table = """
        GET  /                                            303 303 303 303 303 303 303 303
        GET  /health                                      200 200 200 200 200 200 200 200
        GET  /metrics                                     404 404 404 404 404 404 404 404
        GET  /sign-in                                     200 303 303 303 303 303 303 303
        POST /sign-in                                     303 303 303 303 303 303 303 303
        POST /sign-out                                    303 303 303 303 303 303 303 303
        POST /language                                    303 303 303 303 303 303 303 303
        GET  /receipts/{submission}              missing  404 404 404 404 404 404 404 404
        GET  /set-up/{token}                     missing  404 404 404 404 404 404 404 404
        POST /set-up/{token}                     missing  404 404 404 404 404 404 404 404

        GET  /password                                    303 200 200 200 200 200 200 200
        POST /password                                    401 303 303 303 303 303 303 303
        GET  /sessions                                    303 200 200 200 200 200 200 200
        POST /sessions/ending                             401 303 303 303 303 303 303 303
        POST /sessions/{id}/ending               own      --- 303 303 303 303 303 303 303
        POST /sessions/{id}/ending               other    401 404 404 404 404 404 404 404
        POST /sessions/{id}/ending               missing  401 404 404 404 404 404 404 404

        GET  /staff                                       303 200 403 403 403 403 403 403
        GET  /staff.csv                                   303 200 403 403 403 403 403 403
        GET  /staff/new                                   303 200 403 403 403 403 403 403
        POST /staff                                       401 200 403 403 403 403 403 403
        GET  /staff/{id}                         own      --- 200 403 403 403 403 403 403
        GET  /staff/{id}                         other    303 200 403 403 403 403 403 403
        GET  /staff/{id}                         missing  303 404 403 403 403 403 403 403
        POST /staff/{id}                         own      --- 303 403 403 403 403 403 403
        POST /staff/{id}                         other    401 303 403 403 403 403 403 403
        POST /staff/{id}                         missing  401 404 403 403 403 403 403 403
        POST /staff/{id}/password                own      --- 409 403 403 403 403 403 403
        POST /staff/{id}/password                other    401 200 403 403 403 403 403 403
        POST /staff/{id}/password                missing  401 404 403 403 403 403 403 403
        POST /staff/{id}/locking                 own      --- 409 403 403 403 403 403 403
        POST /staff/{id}/locking                 other    401 303 403 403 403 403 403 403
        POST /staff/{id}/locking                 missing  401 404 403 403 403 403 403 403
        POST /staff/{id}/unlocking               own      --- 303 403 403 403 403 403 403
        POST /staff/{id}/unlocking               other    401 303 403 403 403 403 403 403
        POST /staff/{id}/unlocking               missing  401 404 403 403 403 403 403 403

        GET  /staff/{id}/handover                own      --- 200 403 403 403 403 403 403
        GET  /staff/{id}/handover                other    303 200 403 403 403 403 403 403
        GET  /staff/{id}/handover                missing  303 404 403 403 403 403 403 403
        POST /staff/{id}/handover                other    401 303 403 403 403 403 403 403
        POST /staff/{id}/handover                missing  401 404 403 403 403 403 403 403
        GET  /handovers/{id}                     other    303 200 403 403 403 403 403 403
        GET  /handovers/{id}                     missing  303 404 403 403 403 403 403 403
        POST /handovers/{id}/reversal            other    401 303 403 403 403 403 403 403
        POST /handovers/{id}/reversal            missing  401 404 403 403 403 403 403 403

        GET  /customers                                   303 200 200 200 403 200 200 403
        GET  /customers.csv                               303 200 200 200 403 200 200 403
        GET  /customers/new                               303 200 200 200 403 403 403 403
        POST /customers                                   401 303 303 303 403 403 403 403
        GET  /customers/{id}                     own      --- 200 200 200 --- --- --- ---
        GET  /customers/{id}                     other    303 200 200 200 403 200 200 403
        GET  /customers/{id}                     missing  303 404 404 404 403 404 404 403
        POST /customers/{id}                     own      --- 303 303 303 --- --- --- ---
        POST /customers/{id}                     other    401 303 303 303 403 403 403 403
        POST /customers/{id}                     missing  401 404 404 404 403 403 403 403
        GET  /customers/{id}/edit                own      --- 200 200 200 --- --- --- ---
        GET  /customers/{id}/edit                other    303 200 200 200 403 403 403 403
        GET  /customers/{id}/edit                missing  303 404 404 404 403 403 403 403
        GET  /customers/{id}/phones              other    303 303 303 303 403 403 403 403
        GET  /customers/{id}/phones              missing  303 303 303 303 403 403 403 403
        POST /customers/{id}/phones              own      --- 200 200 200 --- --- --- ---
        POST /customers/{id}/phones              other    401 200 200 200 403 403 403 403
        POST /customers/{id}/phones              missing  401 404 404 404 403 403 403 403
        GET  /customers/{id}/projects/new        other    303 200 200 200 403 403 403 403
        GET  /customers/{id}/projects/new        missing  303 404 404 404 403 403 403 403
        GET  /customers/{id}/projects            other    303 303 303 303 403 403 403 403
        GET  /customers/{id}/projects            missing  303 303 303 303 403 403 403 403
        POST /customers/{id}/projects            other    401 303 303 303 403 403 403 403
        POST /customers/{id}/projects            missing  401 404 404 404 403 403 403 403

        GET  /projects/{id}                      own      --- --- 200 200 --- --- --- ---
        GET  /projects/{id}                      other    303 200 200 200 403 200 200 403
        GET  /projects/{id}                      missing  303 404 404 404 403 404 404 403
        POST /projects/{id}                      own      --- --- 303 303 --- --- --- ---
        POST /projects/{id}                      other    401 303 303 303 403 403 403 403
        POST /projects/{id}                      missing  401 404 404 404 403 403 403 403
        GET  /projects/{id}/edit                 own      --- --- 200 200 --- --- --- ---
        GET  /projects/{id}/edit                 other    303 200 200 200 403 403 403 403
        GET  /projects/{id}/edit                 missing  303 404 404 404 403 403 403 403
        GET  /projects/{id}/milestones           own      --- --- 200 200 --- --- --- ---
        GET  /projects/{id}/milestones           other    303 200 200 200 403 403 403 403
        GET  /projects/{id}/milestones           missing  303 404 404 404 403 403 403 403
        POST /projects/{id}/milestones           own      --- --- 303 303 --- --- --- ---
        POST /projects/{id}/milestones           other    401 303 303 303 403 403 403 403
        POST /projects/{id}/milestones           missing  401 404 404 404 403 403 403 403
        GET  /projects/{id}/people               own      --- --- 200 200 --- --- --- ---
        GET  /projects/{id}/people               other    303 200 200 200 403 403 403 403
        GET  /projects/{id}/people               missing  303 404 404 404 403 403 403 403
        POST /projects/{id}/people               own      --- --- 303 303 --- --- --- ---
        POST /projects/{id}/people               other    401 303 303 303 403 403 403 403
        POST /projects/{id}/people               missing  401 404 404 404 403 403 403 403
        GET  /projects/{id}/people/{assignment}  own      --- --- 200 200 --- --- --- ---
        GET  /projects/{id}/people/{assignment}  other    303 200 200 200 403 403 403 403
        GET  /projects/{id}/people/{assignment}  missing  303 404 404 404 403 403 403 403
        POST /projects/{id}/people/{assignment}  own      --- --- 303 303 --- --- --- ---
        POST /projects/{id}/people/{assignment}  other    401 303 303 303 403 403 403 403
        POST /projects/{id}/people/{assignment}  missing  401 404 404 404 403 403 403 403

        GET  /today                                       303 200 200 200 200 200 200 200
        GET  /follow-ups                                  303 200 200 200 403 200 200 403
        GET  /follow-ups.csv                              303 200 200 200 403 200 200 403
        GET  /follow-ups/rate                             303 200 200 200 403 403 200 403
        GET  /follow-ups/{id}                    own      --- --- 200 200 --- --- --- ---
        GET  /follow-ups/{id}                    other    303 200 200 200 403 200 200 403
        GET  /follow-ups/{id}                    missing  303 404 404 404 403 404 404 403
        GET  /follow-ups/{id}/record             own      --- --- 200 200 --- --- --- ---
        GET  /follow-ups/{id}/record             other    303 200 403 403 403 403 403 403
        GET  /follow-ups/{id}/record             missing  303 404 404 404 403 404 404 403
        GET  /follow-ups/{id}/sheet              own      --- --- 200 200 --- --- --- ---
        GET  /follow-ups/{id}/sheet              other    303 403 403 403 403 403 403 403
        GET  /follow-ups/{id}/sheet              missing  303 403 404 404 403 403 403 403
        POST /follow-ups/{id}/sheet              own      --- --- 303 303 --- --- --- ---
        POST /follow-ups/{id}/sheet              other    401 403 403 403 403 403 403 403
        POST /follow-ups/{id}/sheet              missing  401 403 404 404 403 403 403 403
        POST /follow-ups/{id}/draft              own      --- --- 200 200 --- --- --- ---
        POST /follow-ups/{id}/draft              other    401 403 403 403 403 403 403 403
        POST /follow-ups/{id}/draft              missing  401 403 404 404 403 403 403 403
        POST /follow-ups/{id}/attempts           own      --- --- 303 303 --- --- --- ---
        POST /follow-ups/{id}/attempts           other    401 403 409 409 403 403 403 403
        POST /follow-ups/{id}/attempts           missing  401 403 404 404 403 403 403 403
        GET  /follow-ups/{id}/correction         own      --- --- 200 200 --- --- --- ---
        GET  /follow-ups/{id}/correction         other    303 403 403 403 403 403 403 403
        GET  /follow-ups/{id}/correction         missing  303 403 404 404 403 403 403 403
        POST /follow-ups/{id}/correction         own      --- --- 303 303 --- --- --- ---
        POST /follow-ups/{id}/correction         other    401 403 403 403 403 403 403 403
        POST /follow-ups/{id}/correction         missing  401 403 404 404 403 403 403 403
        POST /follow-ups/{id}/filing             own      --- --- 403 403 --- --- --- ---
        POST /follow-ups/{id}/filing             other    401 303 403 403 403 403 403 403
        POST /follow-ups/{id}/filing             missing  401 404 403 403 403 403 403 403
        GET  /follow-ups/{id}/readings           own      --- --- 403 403 --- --- --- ---
        GET  /follow-ups/{id}/readings           other    303 200 403 403 403 403 403 403
        GET  /follow-ups/{id}/readings           missing  303 404 403 403 403 403 403 403
        POST /follow-ups/{id}/excuse             own      --- --- 403 403 --- --- --- ---
        POST /follow-ups/{id}/excuse             other    401 303 403 403 403 403 403 403
        POST /follow-ups/{id}/excuse             missing  401 404 403 403 403 403 403 403
        POST /follow-ups/{id}/handover           own      --- --- 403 403 --- --- --- ---
        POST /follow-ups/{id}/handover           other    401 303 403 403 403 403 403 403
        POST /follow-ups/{id}/handover           missing  401 404 403 403 403 403 403 403
        POST /follow-ups/{id}/excuse-requests    own      --- --- 303 303 --- --- --- ---
        POST /follow-ups/{id}/excuse-requests    other    401 403 409 409 403 403 403 403
        POST /follow-ups/{id}/excuse-requests    missing  401 403 404 404 403 403 403 403
        POST /excuse-requests/{id}/approval      own      --- --- 403 403 --- --- --- ---
        POST /excuse-requests/{id}/approval      other    401 303 403 403 403 403 403 403
        POST /excuse-requests/{id}/approval      missing  401 404 403 403 403 403 403 403
        POST /excuse-requests/{id}/refusal       own      --- --- 403 403 --- --- --- ---
        POST /excuse-requests/{id}/refusal       other    401 303 403 403 403 403 403 403
        POST /excuse-requests/{id}/refusal       missing  401 404 403 403 403 403 403 403
        POST /follow-ups/{id}/reinstatement      own      --- --- 403 403 --- --- --- ---
        POST /follow-ups/{id}/reinstatement      other    401 303 403 403 403 403 403 403
        POST /follow-ups/{id}/reinstatement      missing  401 404 403 403 403 403 403 403

        GET  /access-requests                             303 200 200 200 200 200 200 200
        GET  /access-requests/{id}               own      --- 200 200 200 200 200 200 200
        GET  /access-requests/{id}               other    303 200 404 404 404 404 404 404
        GET  /access-requests/{id}               missing  303 404 404 404 404 404 404 404
        GET  /access-requests/new                other    303 403 200 200 403 200 200 403
        GET  /access-requests/new                missing  303 403 404 404 403 404 404 403
        POST /access-requests                    other    401 403 303 303 403 303 303 403
        POST /access-requests                    missing  401 403 404 404 403 404 404 403
        POST /access-requests/{id}/approval      own      --- 403 403 403 403 403 403 403
        POST /access-requests/{id}/approval      other    401 303 403 403 403 403 403 403
        POST /access-requests/{id}/approval      missing  401 404 403 403 403 403 403 403
        POST /access-requests/{id}/refusal       own      --- 403 403 403 403 403 403 403
        POST /access-requests/{id}/refusal       other    401 303 403 403 403 403 403 403
        POST /access-requests/{id}/refusal       missing  401 404 403 403 403 403 403 403
        POST /access-grants/{id}/revocation      own      --- 409 403 403 403 403 403 403
        POST /access-grants/{id}/revocation      other    401 303 403 403 403 403 403 403
        POST /access-grants/{id}/revocation      missing  401 404 403 403 403 403 403 403

        GET  /projects/{id}/equipment            other    303 200 200 200 403 403 403 403
        GET  /projects/{id}/equipment            missing  303 404 404 404 403 403 403 403
        POST /projects/{id}/equipment            other    401 303 303 303 403 403 403 403
        POST /projects/{id}/equipment            missing  401 404 404 404 403 403 403 403
        GET  /projects/{id}/equipment/{equipment} other   303 200 200 200 403 403 403 403
        GET  /projects/{id}/equipment/{equipment} missing 303 404 404 404 403 403 403 403
        POST /projects/{id}/equipment/{equipment} other   401 303 303 303 403 403 403 403
        POST /projects/{id}/equipment/{equipment} missing 401 404 404 404 403 403 403 403

        GET  /rulebook                                    303 200 200 200 403 403 403 403
        GET  /rulebook.yaml                               303 200 200 200 403 403 403 403
        GET  /rulebook/preview                            303 200 200 200 403 403 403 403
        GET  /rulebook/proposals                          303 303 403 403 403 403 403 403
        GET  /rulebook/proposals/new                      303 200 403 403 403 403 403 403
        POST /rulebook/proposals                          401 303 403 403 403 403 403 403
        GET  /rulebook/proposals/{id}            other    303 200 403 403 403 403 403 403
        GET  /rulebook/proposals/{id}            missing  303 404 403 403 403 403 403 403
        POST /rulebook/proposals/{id}/enforcement other   401 303 403 403 403 403 403 403
        POST /rulebook/proposals/{id}/enforcement missing 401 404 403 403 403 403 403 403
        POST /rulebook/versions/{id}/proposal    other    401 303 403 403 403 403 403 403
        POST /rulebook/versions/{id}/proposal    missing  401 404 403 403 403 403 403 403

        GET  /calendar                                    303 303 303 303 403 403 403 403
        GET  /calendar/{year}                    other    303 200 200 200 403 403 403 403
        GET  /calendar/{year}                    missing  303 404 404 404 403 403 403 403
        POST /calendar/{year}                    other    401 303 403 403 403 403 403 403
        POST /calendar/{year}                    missing  401 404 403 403 403 403 403 403
        POST /calendar/{year}/withdrawal         other    401 303 403 403 403 403 403 403
        POST /calendar/{year}/withdrawal         missing  401 404 403 403 403 403 403 403

        GET  /audit                                       303 200 403 403 403 403 403 403
        GET  /condition                                   303 200 403 403 403 403 403 403
        POST /clock/confirmation                          401 303 403 403 403 403 403 403
        GET  /audit.csv                                   303 200 403 403 403 403 403 403
        """

    /// The table, line by line.
    static let lines = ProjectFolder.required {
        try [table, workOrders, ofService, photographs, issues, feedback, desk].flatMap {
            try $0.split(separator: "\n").map(ExpectedLine.init)
        }
    }
}
