import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What this process takes of the machine.
struct ProcessFigures: Sendable, Hashable {
    let residentBytes: Int
    /// Files, sockets and all else that has a descriptor.
    let openFiles: Int

    /// - Returns: nil where the system does not tell, as outside Linux.
    static func read() -> ProcessFigures? {
        guard let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let resident = pages.split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
            let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        else { return nil }
        return ProcessFigures(residentBytes: resident * sysconf(Int32(_SC_PAGESIZE)), openFiles: open.count)
    }
}
