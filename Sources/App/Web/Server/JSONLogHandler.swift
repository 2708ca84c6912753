import Foundation
import Logging

/// Structured logging: each entry is one JSON object on a line of standard error.
///
/// Callers keep names, phone numbers, tokens and passwords out. Of an error only the type is logged, as descriptions of
/// database errors repeat a statement's values.
struct JSONLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    /// - Parameter write: called with a whole line and its line feed.
    init(
        label: String, level: Logger.Level = .info, metadataProvider: Logger.MetadataProvider? = nil,
        now: @escaping @Sendable () -> Date = { Date() },
        write: @escaping @Sendable (String) -> Void = { LogQueue.standardError.add($0) }
    ) {
        self.label = label
        self.logLevel = level
        self.metadataProvider = metadataProvider
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
        if let given = event.metadata { all.merge(given) { $1 } }
        var members = [
            (name: "time", json: JSONText.string(now().formatted(Self.time))),
            (name: "level", json: JSONText.string(event.level.rawValue)),
            (name: "label", json: JSONText.string(label)),
            (name: "message", json: JSONText.string(event.message.description)),
        ]
        if let error = event.error { members.append((name: "error", json: JSONText.string("\(type(of: error))"))) }
        if !all.isEmpty { members.append((name: "metadata", json: Self.json(of: .dictionary(all)))) }
        write(JSONText.object(members) + "\n")
    }

    private static func json(of value: Logger.MetadataValue) -> String {
        switch value {
        case .string(let text): JSONText.string(text)
        case .stringConvertible(let number as Int): String(number)
        case .stringConvertible(let value): JSONText.string(value.description)
        case .array(let values): "[" + values.map(json).joined(separator: ",") + "]"
        case .dictionary(let members):
            JSONText.object(members.sorted { $0.key < $1.key }.map { (name: $0.key, json: json(of: $0.value)) })
        }
    }

    private static let time = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    /// The entry that reports how many lines were dropped.
    @Sendable static func dropped(_ count: Int) -> String {
        let members = [
            (name: "time", json: JSONText.string(Date().formatted(time))),
            (name: "level", json: JSONText.string(Logger.Level.warning.rawValue)),
            (name: "label", json: JSONText.string("log")),
            (name: "message", json: JSONText.string("lines were dropped, as nobody read the log")),
            (name: "metadata", json: JSONText.object([(name: "count", json: String(count))])),
        ]
        return JSONText.object(members) + "\n"
    }
}
