import Foundation

/// Asks a ready server for a backup and waits for its word.
struct BackupAsking {
    let server: LocalSocket
    let target: URL
    /// How long the server may say nothing.
    var silence: Duration = .seconds(120)

    /// - Throws: `CommandError` when it refuses, ends, or falls silent.
    func ask(_ report: (String) -> Void) throws(CommandError) -> BackupMade {
        guard server.send(line: target.path) else { throw Self.ended }
        while true {
            switch server.line(within: silence) {
            case .nothing:
                throw CommandError("the server has said nothing about the backup for too long; look at its log")
            case .end: throw Self.ended
            case .line(let line):
                switch BackupMessage(line: line) {
                case .progress(let text): report(text)
                case .done(let made): return made
                case .failed(let sentence): throw CommandError(sentence)
                case nil: throw CommandError("the server is of another version; restart it, then try again")
                }
            }
        }
    }

    private static let ended = CommandError("the server ended before the backup was made; try again when it serves")
}
