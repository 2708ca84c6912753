import Foundation
import Synchronization

/// What was seen to be wrong with the data while it was served, for administrators and for `/health` (RUN-4).
///
/// It lives in memory: after a restart what is still wrong is seen again.
final class StorageHealth: Sendable {
    /// One kind of trouble, with the latest time that it was met.
    struct Finding: Sendable, Hashable {
        let trouble: StorageTrouble
        let at: Date
        /// The request in the log that met it.
        let reference: String?
        let count: Int
    }

    private let findings = Mutex<[StorageTrouble: Finding]>([:])
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    /// Troubles of the same kind are counted, so that a page opened a thousand times tells one thing.
    func note(_ trouble: StorageTrouble, reference: String?) {
        let at = now()
        findings.withLock { findings in
            guard findings[trouble] != nil || findings.count < 100 else { return }
            findings[trouble] = Finding(
                trouble: trouble, at: at, reference: reference, count: (findings[trouble]?.count ?? 0) + 1)
        }
    }

    /// Writing has succeeded: what kept it from doing so is over.
    func noteWriting() {
        findings.withLock { findings in
            for trouble in findings.keys where trouble.endsWithWriting { findings[trouble] = nil }
        }
    }

    /// The database was looked through, and is whole.
    func noteWhole() { findings.withLock { $0[.corrupt] = nil } }

    /// The latest on top.
    var all: [Finding] { findings.withLock { $0.values.sorted { $0.at > $1.at } } }
}

extension StorageTrouble {
    var isFull: Bool { if case .full = self { true } else { false } }

    /// Whether a later success proves that it is over.
    var endsWithWriting: Bool {
        switch self {
        case .full, .locked, .failing, .gone: true
        case .corrupt, .damaged: false
        }
    }
}
