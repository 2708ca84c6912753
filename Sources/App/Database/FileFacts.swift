import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whose a file is, who may do what with it, and how large it is; of a link, of the link itself.
struct FileFacts: Sendable {
    let owner: UInt32
    let rights: UInt32
    let bytes: Int
    let isFolder: Bool
    let isFile: Bool

    /// - Returns: nil when there is no such file, or nobody may look at it.
    init?(_ url: URL) {
        var facts = stat()
        guard lstat(url.path, &facts) == 0 else { return nil }
        owner = facts.st_uid
        rights = UInt32(facts.st_mode) & 0o7777
        bytes = Int(facts.st_size)
        isFolder = facts.st_mode & S_IFMT == S_IFDIR
        isFile = facts.st_mode & S_IFMT == S_IFREG
    }

    var isOpenToOthers: Bool { rights & 0o077 != 0 }
    var canBeWrittenByOthers: Bool { rights & 0o022 != 0 }
    var isOurs: Bool { owner == geteuid() }

    /// Whether this process is the system's administrator, who may do everything and should own nothing here.
    static var isRoot: Bool { geteuid() == 0 }
}
