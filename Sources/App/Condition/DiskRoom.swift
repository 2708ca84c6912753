import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much room the disk has under a folder.
enum DiskRoom {
    /// Bytes that this account may still write; nil when the system does not say.
    static func free(at folder: URL) -> Int? {
        var facts = statvfs()
        guard statvfs(folder.path, &facts) == 0 else { return nil }
        return Int(
            clamping: UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize)).partialValue)
    }
}
