import HTTPTypes
import Hummingbird
import NIOCore

/// `/metrics` in the text format of Prometheus (RUN-4).
///
/// The figures show how busy the company is, so only direct requests from this machine are answered.
struct MetricsController: Sendable {
    let reading: ConditionReading
    let meter: RequestMeter

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard Self.isOfThisMachine(context.peer, request.headers) else { throw Refusal.notFound }
        var metrics = MetricsText()
        add(meter.counts, to: &metrics)
        add(await reading.look(), to: &metrics)
        add(ProcessFigures.read(), to: &metrics)
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.text)))
    }

    static func isOfThisMachine(_ peer: String, _ headers: HTTPFields) -> Bool {
        guard let address = IPAddress(peer), address.isLoopback else { return false }
        return !headers.contains { field in
            let name = field.name.canonicalName
            return name == "forwarded" || name == "via" || name == "x-real-ip" || name.hasPrefix("x-forwarded-")
        }
    }

    private func add(_ counts: RequestMeter.Counts, to metrics: inout MetricsText) {
        metrics.add(
            "huifang_http_requests_total", .counter, "Requests answered since the start, by class of status.",
            by: "status", (1...5).map { ("\($0)xx", Double(counts.ofClass[$0] ?? 0)) })
        metrics.addSeconds(
            "huifang_http_request_duration_seconds", "How long it took to answer.",
            within: Array(zip(RequestMeter.bounds, counts.within)).map { (bound: $0.0, count: $0.1) },
            sum: counts.milliseconds, count: counts.all)
    }

    private func add(_ condition: CompanyCondition, to metrics: inout MetricsText) {
        metrics.add("huifang_database_writable", .gauge, "1 while changes can be stored.", condition.writing == nil)
        metrics.add("huifang_audit_noted", .gauge, "1 while the trail agrees with its head.", condition.isTrailNoted)
        metrics.add("huifang_attachments_present", .gauge, "1 while the folder is there.", condition.hasAttachments)
        metrics.add(
            "huifang_clock_believed", .gauge, "1 while the machine's clock is believed.", condition.clock == nil)
        metrics.add(
            "huifang_storage_findings", .gauge, "Kinds of trouble met with the data since the start.",
            Double(condition.findings.count))
        metrics.add("huifang_disk_free_bytes", .gauge, "Room left for the data.", condition.free.map { Double($0) })
        metrics.add("huifang_database_bytes", .gauge, "The database with its log.", Double(condition.databaseBytes))
        metrics.add(
            "huifang_backup_age_seconds", .gauge, "Since the latest backup; missing when none was made.",
            condition.backup.age)
    }

    private func add(_ figures: ProcessFigures?, to metrics: inout MetricsText) {
        guard let figures else { return }
        metrics.add(
            "process_resident_memory_bytes", .gauge, "Memory that the server holds.", Double(figures.residentBytes))
        metrics.add("process_open_fds", .gauge, "Open files and connections.", Double(figures.openFiles))
    }
}

extension MetricsText {
    fileprivate mutating func add(_ name: String, _ kind: Kind, _ help: String, _ isSo: Bool?) {
        add(name, kind, help, isSo.map { $0 ? 1 : 0 })
    }
}
