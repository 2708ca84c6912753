import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Resources used by this process.
struct ProcessFigures: Sendable, Hashable {
    let residentBytes: Int
    /// Open file descriptors, sockets included.
    let openFiles: Int

    /// - Returns: nil where the system has no such figures, as outside Linux.
    static func read() -> ProcessFigures? {
        guard let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let resident = pages.split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
            let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        else { return nil }
        return ProcessFigures(residentBytes: resident * sysconf(Int32(_SC_PAGESIZE)), openFiles: open.count)
    }
}
