import Foundation
import Synchronization

/// Storage failures seen while serving, for administrators and for `/health` (RUN-4).
///
/// In memory only: after a restart a lasting failure is seen again.
final class StorageHealth: Sendable {
    /// One kind of failure, with the latest time it occurred.
    struct Finding: Sendable, Hashable {
        let trouble: StorageTrouble
        let at: Date
        /// The id of the request, as in the log.
        let reference: String?
        let count: Int
    }

    private let findings = Mutex<[StorageTrouble: Finding]>([:])
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    /// Failures of the same kind are merged into one finding.
    func note(_ trouble: StorageTrouble, reference: String?) {
        let at = now()
        findings.withLock { findings in
            guard findings[trouble] != nil || findings.count < 100 else { return }
            findings[trouble] = Finding(
                trouble: trouble, at: at, reference: reference, count: (findings[trouble]?.count ?? 0) + 1)
        }
    }

    /// Clears failures of writing after a successful write.
    func noteWriting() {
        findings.withLock { findings in
            for trouble in findings.keys where trouble.endsWithWriting { findings[trouble] = nil }
        }
    }

    /// Clears the finding of corruption after an integrity check.
    func noteWhole() { findings.withLock { $0[.corrupt] = nil } }

    /// The latest first.
    var all: [Finding] { findings.withLock { $0.values.sorted { $0.at > $1.at } } }
}

extension StorageTrouble {
    var isFull: Bool { if case .full = self { true } else { false } }

    /// Whether a later successful write proves that it is over.
    var endsWithWriting: Bool {
        switch self {
        case .full, .locked, .failing, .gone: true
        case .corrupt, .damaged: false
        }
    }
}
