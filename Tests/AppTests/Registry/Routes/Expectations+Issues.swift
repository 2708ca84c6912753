/// What each route of issues answers to whom.
///
/// An issue of one's `own` is one that one took first; another's was referred to the manager's department. The step that
/// is taken is the acceptance, which is the department's.
extension Expectations {
    static let issues = """
        GET  /issues                                      303 200 200 200 200 200 200 403
        GET  /issues.csv                                  303 200 200 200 403 200 200 403
        GET  /issues/board                                303 200 200 200 200 200 200 403
        GET  /issues/new                                  303 200 200 200 200 200 200 403
        POST /issues                                      401 303 303 303 303 303 303 403
        GET  /issues/{id}                        own      --- 200 200 200 200 200 200 ---
        GET  /issues/{id}                        other    303 200 200 200 404 200 200 403
        GET  /issues/{id}                        missing  303 404 404 404 404 404 404 403
        GET  /issues/{id}/customer               other    303 200 200 200 404 404 403 403
        GET  /issues/{id}/customer               missing  303 404 404 404 404 404 404 403
        POST /issues/{id}/customer               other    401 422 422 422 404 404 403 403
        POST /issues/{id}/customer               missing  401 404 404 404 404 404 404 403
        POST /issues/{id}/phones                 own      --- 200 200 200 200 200 200 ---
        POST /issues/{id}/phones                 other    401 200 200 200 404 200 403 403
        POST /issues/{id}/phones                 missing  401 404 404 404 404 404 404 403
        GET  /issues/{id}/{step}                 other    303 303 303 303 303 303 303 403
        GET  /issues/{id}/{step}                 missing  303 303 303 303 303 303 303 403
        POST /issues/{id}/{step}                 own      --- 303 403 403 403 303 403 ---
        POST /issues/{id}/{step}                 other    401 303 403 403 404 303 403 403
        POST /issues/{id}/{step}                 missing  401 404 404 404 404 404 404 403
        """
}
