import Foundation

/// Client side: requests a backup from the running server, and waits for it.
struct BackupAsking {
    let server: LocalSocket
    let target: URL
    /// Timeout between two messages of the server.
    var silence: Duration = .seconds(120)

    /// - Throws: `CommandError` when the server refuses, ends, or times out.
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
