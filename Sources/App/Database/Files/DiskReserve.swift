import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Room that is kept aside on the disk, so that an administrator can still sign in and see to it when all the rest is
/// full (RUN-5).
///
/// It is given up when a vital change finds no room. Until there is room again all other changes are refused, so that
/// nobody else takes it.
final class DiskReserve: Sendable {
    /// In bytes: some dozens of sign-ins, steps of an administrator, and their entries.
    static let size = 1 << 20

    private let file: URL
    private let free: @Sendable () -> Int?
    private let isSpent = Mutex(false)

    /// - Parameter free: bytes left where the folder lies; asked of the system when it is left out.
    init(in folder: DataFolder, free: (@Sendable () -> Int?)? = nil) {
        file = folder.reserve
        self.free = free ?? { FreeSpace.bytes(at: folder.url) }
    }

    /// Whether it was given up, and the disk is still full.
    var isNeeded: Bool {
        isSpent.withLock { isSpent in
            guard isSpent else { return false }
            if hasRoom { isSpent = !make() }
            return isSpent
        }
    }

    /// Keeps it where there is room and none yet.
    func keep() {
        isSpent.withLock { isSpent in
            if !FileManager.default.fileExists(atPath: file.path), hasRoom { _ = make() }
        }
    }

    /// - Returns: whether there was anything to give up.
    func giveUp() -> Bool {
        isSpent.withLock { isSpent in
            guard unlink(file.path) == 0 else { return false }
            isSpent = true
            return true
        }
    }

    /// Room for the reserve and three times as much.
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
    /// Whether a change goes on when the disk is full: signing in, what an administrator does, and what nobody asks for.
    var isVital: Bool {
        switch claim {
        case nil, .signingIn: true
        case .stranger: false
        case .member(_, let roles, _): roles.contains(.administrator)
        }
    }
}
