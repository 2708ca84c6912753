import Foundation
import GRDB

/// Read-only access to a company's database, also while another process serves it.
struct ReadOnlyDatabase: Sendable {
    let audit: AuditTrail
    private let queue: DatabaseQueue

    init(in folder: DataFolder) throws {
        audit = try AuditTrail(folder)
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        queue = try DatabaseQueue(path: folder.database.path, configuration: configuration)
    }

    func read<Value: Sendable>(_ query: @Sendable @escaping (Database) throws -> Value) async throws -> Value {
        try await queue.read(query)
    }
}
