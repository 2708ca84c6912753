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
    private let state = Mutex(State())

    private struct State {
        var latest: Note?
        /// Slots that the disk refused, wholly or in part: they are written as soon as it takes them.
        var owed: Set<Int> = []
    }

    /// One entry, and the hash that the chain must have at it.
    typealias Note = (id: Int, hash: String)

    init(file: URL, key: [UInt8]) {
        path = file.path
        self.key = key
    }

    /// The entry that the chain must still have; nil before the first.
    var noted: Note? {
        state.withLock { state in
            state.latest = state.latest ?? read()
            return state.latest
        }
    }

    /// Notes an entry that was just committed, after those that were noted before.
    func note(id: Int, hash: String) {
        state.withLock { state in
            guard id > state.latest?.id ?? 0 else { return }
            // A company whose first note a power cut took away could never be proven whole again.
            let isFirst = state.latest == nil
            state.latest = (id, hash)
            state.owed = write((id, hash), into: state.owed.union([id % 2]), isFlushed: isFirst)
        }
    }

    /// Writes what the disk has refused before.
    /// - Returns: whether nothing is owed to the file any more.
    func catchUp() -> Bool {
        state.withLock { state in
            guard let latest = state.latest, !state.owed.isEmpty else { return true }
            state.owed = write(latest, into: state.owed, isFlushed: false)
            return state.owed.isEmpty
        }
    }

    /// Notes an entry whatever was noted before, in both slots: an administrator has looked at what is there.
    func noteAnew(id: Int, hash: String) {
        state.withLock { state in
            state.latest = (id, hash)
            state.owed = write((id, hash), into: [0, 1], isFlushed: true)
        }
    }

    /// - Returns: the slots that were not written.
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

    /// - Returns: nil when there is no readable note.
    func read() -> Note? { slots().compactMap(\.self).max { $0.id < $1.id } }

    /// Whether a slot that must hold a note by now holds none: what it noted could be gone unnoticed.
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
