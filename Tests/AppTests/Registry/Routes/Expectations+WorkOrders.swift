/// What each route of work orders and their visits answers to whom.
///
/// An order of one's `own` is one that one asked for, or as a technician was sent to; all belong to the manager's
/// department.
extension Expectations {
    static let workOrders = """
        GET  /work-orders                                 303 200 200 200 200 200 200 403
        GET  /work-orders.csv                             303 200 200 200 403 200 200 403
        GET  /work-orders/board                           303 200 403 403 403 200 200 403
        GET  /work-orders/new                    other    303 200 200 200 403 200 403 403
        GET  /work-orders/new                    missing  303 404 404 404 403 404 403 403
        POST /work-orders                        other    401 303 303 303 403 303 403 403
        POST /work-orders                        missing  401 404 404 404 403 404 403 403
        GET  /work-orders/{id}                   own      --- 200 200 200 200 --- --- ---
        GET  /work-orders/{id}                   other    303 200 200 200 404 200 200 403
        GET  /work-orders/{id}                   missing  303 404 404 404 404 404 404 403
        GET  /work-orders/{id}/phone             other    303 303 303 303 303 303 303 403
        GET  /work-orders/{id}/phone             missing  303 303 303 303 303 303 303 403
        POST /work-orders/{id}/phone             own      --- 200 200 200 200 --- --- ---
        POST /work-orders/{id}/phone             other    401 200 200 200 404 200 403 403
        POST /work-orders/{id}/phone             missing  401 404 404 404 404 404 404 403
        POST /work-orders/{id}/approval          own      --- 403 403 403 403 --- --- ---
        POST /work-orders/{id}/approval          other    401 303 403 403 403 303 403 403
        POST /work-orders/{id}/approval          missing  401 404 403 403 403 404 403 403
        POST /work-orders/{id}/refusal           own      --- 403 403 403 403 --- --- ---
        POST /work-orders/{id}/refusal           other    401 303 403 403 403 303 403 403
        POST /work-orders/{id}/refusal           missing  401 404 403 403 403 404 403 403
        POST /work-orders/{id}/cancellation      own      --- 303 303 303 403 --- --- ---
        POST /work-orders/{id}/cancellation      other    401 303 403 403 404 303 403 403
        POST /work-orders/{id}/cancellation      missing  401 404 404 404 404 404 404 403
        GET  /work-orders/{id}/visits            other    303 200 403 403 403 200 403 403
        GET  /work-orders/{id}/visits            missing  303 404 403 403 403 404 403 403
        POST /work-orders/{id}/visits            other    401 303 403 403 403 303 403 403
        POST /work-orders/{id}/visits            missing  401 404 403 403 403 404 403 403
        GET  /visits/{id}/appointments           own      --- --- --- --- 200 --- --- ---
        GET  /visits/{id}/appointments           other    303 200 403 403 404 200 403 403
        GET  /visits/{id}/appointments           missing  303 404 404 404 404 404 404 403
        POST /visits/{id}/appointments           own      --- --- --- --- 303 --- --- ---
        POST /visits/{id}/appointments           other    401 303 403 403 404 303 403 403
        POST /visits/{id}/appointments           missing  401 404 404 404 404 404 404 403
        POST /visits/{id}/appointments/notice    own      --- --- --- --- 303 --- --- ---
        POST /visits/{id}/appointments/notice    other    401 303 303 303 404 303 403 403
        POST /visits/{id}/appointments/notice    missing  401 404 404 404 404 404 404 403
        GET  /visits/{id}/withdrawal             own      --- --- --- --- 403 --- --- ---
        GET  /visits/{id}/withdrawal             other    303 200 403 403 403 200 403 403
        GET  /visits/{id}/withdrawal             missing  303 404 403 403 403 404 403 403
        POST /visits/{id}/withdrawal             own      --- --- --- --- 403 --- --- ---
        POST /visits/{id}/withdrawal             other    401 303 403 403 403 303 403 403
        POST /visits/{id}/withdrawal             missing  401 404 403 403 403 404 403 403
        """
}
