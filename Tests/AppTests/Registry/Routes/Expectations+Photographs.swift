/// The part of the table that is about photographs of a visit; `own` is one that whoever asks is the technician of.
extension Expectations {
    static let photographs = """
        GET  /visits/{id}/photographs            own      --- --- --- --- 200 --- --- ---
        GET  /visits/{id}/photographs            other    303 200 200 200 404 200 403 403
        GET  /visits/{id}/photographs            missing  303 404 404 404 404 404 403 403
        POST /visits/{id}/photographs            own      --- --- --- --- 422 --- --- ---
        POST /visits/{id}/photographs            other    401 403 403 403 404 403 403 403
        POST /visits/{id}/photographs            missing  401 404 404 404 404 404 403 403
        GET  /visits/{id}/photographs/receipt    own      --- --- --- --- 404 --- --- ---
        GET  /visits/{id}/photographs/receipt    other    303 404 404 404 404 404 403 403
        GET  /visits/{id}/photographs/receipt    missing  303 404 404 404 404 404 403 403
        GET  /photographs/{token}                own      --- --- --- --- 200 --- --- ---
        GET  /photographs/{token}                other    303 200 200 200 404 200 403 403
        GET  /photographs/{token}                missing  303 404 404 404 404 404 403 403
        GET  /photographs/{token}/thumbnail      own      --- --- --- --- 200 --- --- ---
        GET  /photographs/{token}/thumbnail      other    303 200 200 200 404 200 403 403
        GET  /photographs/{token}/thumbnail      missing  303 404 404 404 404 404 403 403
        POST /photographs/{token}/removal        own      --- --- --- --- 303 --- --- ---
        POST /photographs/{token}/removal        other    401 403 403 403 404 403 403 403
        POST /photographs/{token}/removal        missing  401 404 404 404 404 404 403 403
        POST /photographs/{token}/return         own      --- --- --- --- 303 --- --- ---
        POST /photographs/{token}/return         other    401 404 404 404 404 404 403 403
        POST /photographs/{token}/return         missing  401 404 404 404 404 404 403 403
        """
}
