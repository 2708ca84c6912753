import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Free space of a file system (ACC-15).
public enum FreeSpace {
    /// Bytes that this process may still write at a folder; nil when unknown.
    public static func bytes(at folder: URL) -> Int? {
        var facts = statvfs()
        guard statvfs(folder.path, &facts) == 0 else { return nil }
        let (bytes, overflow) = Int(clamping: facts.f_bavail).multipliedReportingOverflow(
            by: Int(clamping: facts.f_frsize))
        return overflow ? Int.max : bytes
    }

    /// A size for people, such as `512 MB`.
    static func text(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000_000: "\(max(0, bytes) / 1_000) KB"
        case ..<10_000_000_000: "\(bytes / 1_000_000) MB"
        default: "\(bytes / 1_000_000_000) GB"
        }
    }
}
