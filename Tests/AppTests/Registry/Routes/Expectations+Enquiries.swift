/// What each route of the public desk, and of those who answer it, says to whom.
extension Expectations {
    static let desk = """
        GET  /enquiry                                     200 200 200 200 200 200 200 200
        POST /enquiry                                     303 303 303 303 303 303 303 303
        GET  /complaint                                   200 200 200 200 200 200 200 200
        POST /complaint                                   303 303 303 303 303 303 303 303
        GET  /received                                    404 404 404 404 404 404 404 404
        GET  /enquiries                                   303 200 200 200 403 403 403 403
        GET  /enquiries.csv                               303 200 200 200 403 403 403 403
        GET  /enquiries/{id}                     other    303 200 200 200 403 403 403 403
        GET  /enquiries/{id}                     missing  303 404 404 404 403 403 403 403
        GET  /enquiries/{id}/phone               other    303 303 303 303 403 403 403 403
        GET  /enquiries/{id}/phone               missing  303 303 303 303 403 403 403 403
        POST /enquiries/{id}/phone               other    401 200 200 200 403 403 403 403
        POST /enquiries/{id}/phone               missing  401 404 404 404 403 403 403 403
        GET  /enquiries/{id}/steps/{step}        other    303 303 303 303 403 403 403 403
        GET  /enquiries/{id}/steps/{step}        missing  303 303 303 303 403 403 403 403
        POST /enquiries/{id}/steps/{step}        other    401 303 303 303 403 403 403 403
        POST /enquiries/{id}/steps/{step}        missing  401 404 404 404 403 403 403 403
        """
}
