extension Expectations {
    /// What the routes of visits, reports and fees answer to whom; `own` is a visit that one was sent on.
    ///
    /// Columns: nobody signed in · administrator · agent · second agent · technician · manager · executive · finance.
    static let ofService = """
        GET  /visits/{id}                        own      --- --- --- --- 200 --- --- ---
        GET  /visits/{id}                        other    303 200 200 200 404 200 403 403
        GET  /visits/{id}                        missing  303 404 404 404 404 404 403 403
        GET  /visits/{id}/phone                  other    303 303 303 303 303 303 403 403
        GET  /visits/{id}/phone                  missing  303 303 303 303 303 303 403 403
        POST /visits/{id}/phone                  own      --- --- --- --- 200 --- --- ---
        POST /visits/{id}/phone                  other    401 200 200 200 404 200 403 403
        POST /visits/{id}/phone                  missing  401 404 404 404 404 404 403 403
        POST /visits/{id}/acceptance             own      --- --- --- --- 303 --- --- ---
        POST /visits/{id}/acceptance             other    401 403 403 403 404 403 403 403
        POST /visits/{id}/acceptance             missing  401 404 404 404 404 404 403 403
        POST /visits/{id}/arrival                own      --- --- --- --- 303 --- --- ---
        POST /visits/{id}/arrival                other    401 403 403 403 404 403 403 403
        POST /visits/{id}/arrival                missing  401 404 404 404 404 404 403 403
        GET  /visits/{id}/report                 own      --- --- --- --- 200 --- --- ---
        GET  /visits/{id}/report                 other    303 200 200 200 404 200 403 403
        GET  /visits/{id}/report                 missing  303 404 404 404 404 404 403 403
        GET  /visits/{id}/report/{step}          own      --- --- --- --- 200 --- --- ---
        GET  /visits/{id}/report/{step}          other    303 403 403 403 404 403 403 403
        GET  /visits/{id}/report/{step}          missing  303 404 404 404 404 404 403 403
        POST /visits/{id}/report/{step}          own      --- --- --- --- 303 --- --- ---
        POST /visits/{id}/report/{step}          other    401 403 403 403 404 403 403 403
        POST /visits/{id}/report/{step}          missing  401 404 404 404 404 404 403 403
        GET  /visits/{id}/confirmation           own      --- --- --- --- 200 --- --- ---
        GET  /visits/{id}/confirmation           other    303 403 403 403 404 403 403 403
        GET  /visits/{id}/confirmation           missing  303 404 404 404 404 404 403 403
        POST /visits/{id}/confirmation           own      --- --- --- --- 303 --- --- ---
        POST /visits/{id}/confirmation           other    401 403 403 403 404 403 403 403
        POST /visits/{id}/confirmation           missing  401 404 404 404 404 404 403 403
        GET  /visits/{id}/filing                 other    303 303 303 303 303 303 403 403
        GET  /visits/{id}/filing                 missing  303 303 303 303 303 303 403 403
        POST /visits/{id}/filing                 own      --- --- --- --- 303 --- --- ---
        POST /visits/{id}/filing                 other    401 403 403 403 404 403 403 403
        POST /visits/{id}/filing                 missing  401 404 404 404 404 404 403 403
        GET  /visits/{id}/print                  own      --- --- --- --- 200 --- --- ---
        GET  /visits/{id}/print                  other    303 200 200 200 404 200 403 403
        GET  /visits/{id}/print                  missing  303 404 404 404 404 404 403 403
        GET  /visits/{id}/fees                   other    303 303 303 303 303 303 403 403
        GET  /visits/{id}/fees                   missing  303 303 303 303 303 303 403 403
        POST /visits/{id}/fees                   own      --- --- --- --- 303 --- --- ---
        POST /visits/{id}/fees                   other    401 403 403 403 404 403 403 403
        POST /visits/{id}/fees                   missing  401 404 404 404 404 404 403 403
        GET  /visits/{id}/fees/confirmation      other    303 403 403 403 403 403 403 200
        GET  /visits/{id}/fees/confirmation      missing  303 403 403 403 403 403 403 404
        POST /visits/{id}/fees/confirmation      other    401 403 403 403 403 403 403 303
        POST /visits/{id}/fees/confirmation      missing  401 403 403 403 403 403 403 404
        GET  /fees                                        303 200 403 403 200 403 403 200
        """
}
