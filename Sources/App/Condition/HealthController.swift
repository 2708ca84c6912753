import Hummingbird
import NIOCore

/// `/health`: a few words for machines that watch over the server. 200 while it can do its work, 503 when somebody has
/// to come (RUN-4).
struct HealthController: Sendable {
    let reading: ConditionReading

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let condition = await reading.look()
        let lines = [
            condition.isGood ? "ok" : "failing",
            "database: \(condition.writing?.name ?? "writable")",
            "disk: \(condition.isNearlyFull ? "nearly-full" : "roomy")",
            "audit-head: \(condition.isTrailNoted.map { $0 ? "noted" : "lost" } ?? "unreadable")",
            "records: \(condition.hasDamage ? "damaged" : "readable")",
            "clock: \(condition.clock == nil ? "believed" : "doubted")",
        ]
        return Response(
            status: condition.isGood ? .ok : .serviceUnavailable,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: lines.joined(separator: "\n") + "\n")))
    }
}
