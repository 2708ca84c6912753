import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The note, beside the database, of the latest audit entry: a chain that ends before it has lost its tail.
///
/// It is written after each commit and not flushed, so after a power cut it may lag behind the chain; it never runs
/// ahead of it. It only ever moves on along the chain: once the chain has lost the noted entry the note stays, so that
/// going on working never hides the loss.
/// Two slots are written in turn: a torn write leaves the other one readable.
final class AuditHead: Sendable {
    private static let slotSize = 256
    private let path: String
    private let key: [UInt8]
    private let latest = Mutex<Note?>(nil)

    /// One entry, and the hash that the chain must have at it.
    typealias Note = (id: Int, hash: String)

    init(file: URL, key: [UInt8]) {
        path = file.path
        self.key = key
    }

    /// The entry that the chain must still have; nil before the first.
    var noted: Note? {
        latest.withLock { latest in
            latest = latest ?? read()
            return latest
        }
    }

    /// Notes an entry that was just committed, after those that were noted before.
    func note(id: Int, hash: String) {
        latest.withLock { latest in
            guard id > latest?.id ?? 0 else { return }
            latest = (id, hash)
            var slot = Array("\(id) \(hash) \(seal(id, hash))\n".utf8)
            slot += [UInt8](repeating: UInt8(ascii: " "), count: max(0, Self.slotSize - slot.count))
            let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            _ = slot.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, (id % 2) * Self.slotSize) }
        }
    }

    /// - Returns: nil when there is no readable note.
    func read() -> Note? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let slots = [data.prefix(Self.slotSize), data.dropFirst(Self.slotSize)]
        return slots.compactMap(parse).max { $0.id < $1.id }
    }

    private func parse(_ slot: Data) -> Note? {
        let words = String(decoding: slot, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 3, let id = Int(words[0]), seal(id, words[1]) == words[2] else { return nil }
        return (id, words[1])
    }

    private func seal(_ id: Int, _ hash: String) -> String { Sodium.hmac("head \(id) \(hash)".utf8, key: key) }
}
