/// Protocol between the server and `huifang backup`: one message per line.
enum BackupMessage: Sendable, Hashable {
    /// How far it is.
    case progress(String)
    case done(BackupMade)
    /// The reason for the failure.
    case failed(String)

    private static let separator: Character = "\t"

    var line: String {
        switch self {
        case .progress(let text): "progress\t\(Self.plain(text))"
        case .done(let made):
            (["done", String(made.files), String(made.bytes)] + made.flaws.map(Self.plain)).joined(separator: "\t")
        case .failed(let sentence): "failed\t\(Self.plain(sentence))"
        }
    }

    /// - Returns: nil for a line that is no message.
    init?(line: String) {
        let parts = line.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("progress", 2): self = .progress(parts[1])
        case ("failed", 2): self = .failed(parts[1])
        case ("done", 3...):
            guard let files = Int(parts[1]), let bytes = Int(parts[2]) else { return nil }
            self = .done(BackupMade(files: files, bytes: bytes, flaws: Array(parts.dropFirst(3))))
        default: return nil
        }
    }

    private static func plain(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == separator ? " " : $0 })
    }
}
