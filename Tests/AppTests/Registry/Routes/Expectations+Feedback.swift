/// What each route of feedback answers to whom.
///
/// The address with a token is anybody's who holds it, in a browser that has not answered by it yet. A record of one's
/// `own` is one of a project whose agent one is, before it is sealed.
extension Expectations {
    static let feedback = """
        GET  /feedback/{token}                   other    200 200 200 200 200 200 200 200
        GET  /feedback/{token}                   missing  404 404 404 404 404 404 404 404
        POST /feedback/{token}                   other    303 303 303 303 303 303 303 303
        POST /feedback/{token}                   missing  404 404 404 404 404 404 404 404
        POST /feedback/{token}/additions         other    404 404 404 404 404 404 404 404
        POST /feedback/{token}/additions         missing  404 404 404 404 404 404 404 404
        GET  /feedback-records                            303 200 200 200 403 200 200 403
        GET  /feedback-records.csv                        303 200 200 200 403 200 200 403
        GET  /projects/{id}/feedback             other    303 200 200 200 403 200 200 403
        GET  /projects/{id}/feedback             missing  303 404 404 404 403 404 404 403
        GET  /projects/{id}/feedback/new         other    303 200 200 200 403 403 403 403
        GET  /projects/{id}/feedback/new         missing  303 404 404 404 403 403 403 403
        POST /projects/{id}/feedback             other    401 303 303 303 403 403 403 403
        POST /projects/{id}/feedback             missing  401 404 404 404 403 403 403 403
        POST /projects/{id}/feedback-links       other    401 303 303 303 403 403 403 403
        POST /projects/{id}/feedback-links       missing  401 404 404 404 403 403 403 403
        GET  /feedback-links/{id}/card           other    303 200 200 200 403 403 403 403
        GET  /feedback-links/{id}/card           missing  303 404 404 404 403 403 403 403
        POST /feedback-links/{id}/revocation     other    401 303 303 303 403 403 403 403
        POST /feedback-links/{id}/revocation     missing  401 404 404 404 403 403 403 403
        GET  /feedback-links/new                          303 200 200 200 403 403 403 403
        POST /feedback-links                              401 422 422 422 403 403 403 403
        GET  /feedback-links/cards                        303 404 404 404 403 403 403 403
        GET  /feedback-records/{id}              own      --- 200 200 200 --- --- --- ---
        GET  /feedback-records/{id}              other    303 200 403 403 403 403 403 403
        GET  /feedback-records/{id}/readings     other    303 200 403 403 403 403 403 403
        GET  /feedback-records/{id}/readings     missing  303 404 403 403 403 403 403 403
        GET  /feedback-records/{id}              missing  303 404 404 404 403 404 404 403
        """
}
