import Hummingbird
import NIOCore

/// `/health`: health endpoint for monitoring. 200 while the server can do its work, 503 when somebody has to act at once
/// (RUN-4).
struct HealthController: Sendable {
    let reading: ConditionReading

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let condition = await reading.look()
        let lines = [
            condition.verdict.rawValue,
            "database: \(condition.writing?.name ?? "writable")",
            "disk: \(condition.isNearlyFull ? "nearly-full" : "roomy")",
            "audit-head: \(condition.isTrailNoted.map { $0 ? "noted" : "lost" } ?? "unreadable")",
            "records: \(condition.hasDamage ? "damaged" : "readable")",
            "attachments: \(condition.hasAttachments ? "there" : "gone")",
            "clock: \(condition.clock == nil ? "believed" : "doubted")",
            "backup: \(Self.name(of: condition.backup))",
        ]
        return Response(
            status: condition.verdict == .failing ? .serviceUnavailable : .ok,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: lines.joined(separator: "\n") + "\n")))
    }

    private static func name(of backup: BackupCondition) -> String {
        switch backup {
        case .never: "never"
        case .notYet: "not-yet"
        case .late: "late"
        case .fine: "recent"
        }
    }
}
