import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Head of the hash chain, stored beside the database: a chain that ends before it was truncated.
///
/// It is written after each commit without a flush, so after a power cut it may lag behind the chain, but never runs
/// ahead. It only moves forward along the chain: once the chain has lost the head's entry, the head stays, so that
/// further work never hides the loss. Two slots are written in turn: a torn write leaves the other one readable.
final class AuditHead: Sendable {
    private static let slotSize = 256
    private let path: String
    private let key: [UInt8]
    private let state = Mutex(State())

    private struct State {
        var latest: Note?
        /// Slots whose write failed, wholly or in part; they are retried.
        var owed: Set<Int> = []
    }

    /// An entry's number and hash.
    typealias Note = (id: Int, hash: String)

    init(file: URL, key: [UInt8]) {
        path = file.path
        self.key = key
    }

    /// The entry that the chain must contain; nil before the first.
    var noted: Note? {
        state.withLock { state in
            state.latest = state.latest ?? read()
            return state.latest
        }
    }

    /// Moves the head to an entry that was just committed, if it is newer.
    func note(id: Int, hash: String) {
        state.withLock { state in
            guard id > state.latest?.id ?? 0 else { return }
            // Flushed, as a company whose first head is lost in a power cut could never be verified again.
            let isFirst = state.latest == nil
            state.latest = (id, hash)
            state.owed = write((id, hash), into: state.owed.union([id % 2]), isFlushed: isFirst)
        }
    }

    /// Retries failed writes.
    /// - Returns: whether none is left.
    func catchUp() -> Bool {
        state.withLock { state in
            guard let latest = state.latest, !state.owed.isEmpty else { return true }
            state.owed = write(latest, into: state.owed, isFlushed: false)
            return state.owed.isEmpty
        }
    }

    /// Resets the head in both slots: an administrator has accepted the chain as it is.
    func noteAnew(id: Int, hash: String) {
        state.withLock { state in
            state.latest = (id, hash)
            state.owed = write((id, hash), into: [0, 1], isFlushed: true)
        }
    }

    /// - Returns: the slots whose write failed.
    private func write(_ note: Note, into slots: Set<Int>, isFlushed: Bool) -> Set<Int> {
        var slot = Array("\(note.id) \(note.hash) \(seal(note.id, note.hash))\n".utf8)
        slot += [UInt8](repeating: UInt8(ascii: " "), count: max(0, Self.slotSize - slot.count))
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return slots }
        defer { close(descriptor) }
        let refused = slots.filter { number in
            slot.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, number * Self.slotSize) } != slot.count
        }
        guard isFlushed, fsync(descriptor) == 0 else { return refused }
        try? DiskFile.flush(folder: URL(filePath: path).deletingLastPathComponent())
        return refused
    }

    /// - Returns: nil when no slot is readable.
    func read() -> Note? { slots().compactMap(\.self).max { $0.id < $1.id } }

    /// Whether a slot that must be written by now is empty: the loss of its entry would go unnoticed.
    var hasLostSlot: Bool {
        let slots = slots()
        guard let latest = slots.compactMap(\.self).map(\.id).max() else { return false }
        return latest > 1 && slots.contains { $0 == nil }
    }

    private func slots() -> [Note?] {
        guard let data = FileManager.default.contents(atPath: path) else { return [nil, nil] }
        return [data.prefix(Self.slotSize), data.dropFirst(Self.slotSize)].map(parse)
    }

    private func parse(_ slot: Data) -> Note? {
        let words = String(decoding: slot, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 3, let id = Int(words[0]), seal(id, words[1]) == words[2] else { return nil }
        return (id, words[1])
    }

    private func seal(_ id: Int, _ hash: String) -> String { Sodium.hmac("head \(id) \(hash)".utf8, key: key) }
}
