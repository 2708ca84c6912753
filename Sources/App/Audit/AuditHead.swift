import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The note, beside the database, of the latest audit entry: a chain that ends before it has lost its tail.
///
/// It is written after each commit and not flushed, so after a power cut it may lag behind the chain; it never runs
/// ahead of it.
/// Two slots are written in turn: a torn write leaves the other one readable.
final class AuditHead: Sendable {
    private static let slotSize = 256
    private let path: String
    private let key: [UInt8]
    private let latest = Mutex(0)

    init(file: URL, key: [UInt8]) {
        path = file.path
        self.key = key
    }

    /// Notes an entry that was just committed.
    func note(id: Int, hash: String) {
        latest.withLock { latest in
            guard id > latest else { return }
            latest = id
            var slot = Array("\(id) \(hash) \(seal(id, hash))\n".utf8)
            slot += [UInt8](repeating: UInt8(ascii: " "), count: max(0, Self.slotSize - slot.count))
            let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return }
            defer { close(descriptor) }
            _ = slot.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, (id % 2) * Self.slotSize) }
        }
    }

    /// - Returns: nil when there is no readable note.
    func read() -> (id: Int, hash: String)? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let slots = [data.prefix(Self.slotSize), data.dropFirst(Self.slotSize)]
        return slots.compactMap(parse).max { $0.id < $1.id }
    }

    private func parse(_ slot: Data) -> (id: Int, hash: String)? {
        let words = String(decoding: slot, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 3, let id = Int(words[0]), seal(id, words[1]) == words[2] else { return nil }
        return (id, words[1])
    }

    private func seal(_ id: Int, _ hash: String) -> String { Sodium.hmac("head \(id) \(hash)".utf8, key: key) }
}
