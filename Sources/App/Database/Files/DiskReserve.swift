import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reserved disk space, so that an administrator can still sign in and act when the disk is full (RUN-5).
///
/// It is released when a vital change finds no room. Until there is room again, all other changes are refused, so that
/// they cannot use it up.
final class DiskReserve: Sendable {
    /// In bytes: enough for some dozens of sign-ins and administrators' steps with their audit entries.
    static let size = 1 << 20

    private let file: URL
    private let free: @Sendable () -> Int?
    private let isSpent = Mutex(false)
    private let givenUp = Mutex(0)

    /// - Parameter free: free bytes at the folder; by default asked of the system.
    init(in folder: DataFolder, free: (@Sendable () -> Int?)? = nil) {
        file = folder.reserve
        self.free = free ?? { FreeSpace.bytes(at: folder.url) }
    }

    /// Whether it was released and the disk is still full.
    var isNeeded: Bool {
        isSpent.withLock { isSpent in
            guard isSpent else { return false }
            if hasRoom { isSpent = !make() }
            return isSpent
        }
    }

    /// Reserves the space if it is not reserved and there is room.
    func keep() {
        isSpent.withLock { isSpent in
            if !FileManager.default.fileExists(atPath: file.path), hasRoom { _ = make() }
        }
    }

    /// Releases the space.
    /// - Returns: whether any was reserved.
    func giveUp() -> Bool {
        isSpent.withLock { isSpent in
            guard unlink(file.path) == 0 else { return false }
            isSpent = true
            givenUp.withLock { $0 += 1 }
            return true
        }
    }

    /// How often it was released.
    var timesGivenUp: Int { givenUp.withLock { $0 } }

    /// Room for the reserve plus three times its size.
    var hasRoom: Bool {
        free().map { $0 > 4 * Self.size } ?? false
    }

    private func make() -> Bool {
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard posix_fallocate(descriptor, 0, off_t(Self.size)) == 0 else {
            unlink(file.path)
            return false
        }
        return true
    }
}

extension Stamp {
    /// Whether a change is allowed on a full disk: signing in, administrators' changes, and those of the system itself.
    var isVital: Bool {
        switch claim {
        case nil, .signingIn: true
        case .stranger: false
        case .member(_, let roles, _): roles.contains(.administrator)
        }
    }
}
