import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Owner, permissions and size of a file; for a link, of the link itself.
struct FileFacts: Sendable {
    let owner: UInt32
    let rights: UInt32
    let bytes: Int
    let isFolder: Bool
    let isFile: Bool
    let place: FilePlace?

    /// - Returns: nil when there is no such file or it is not accessible.
    init?(_ url: URL) {
        // Not `stat`: which module its members belong to depends on import order, so an optimised build can reject what
        // a debug build accepts.
        guard let facts = try? FileManager.default.attributesOfItem(atPath: url.path) else { return nil }
        owner = (facts[.ownerAccountID] as? NSNumber)?.uint32Value ?? .max
        rights = (facts[.posixPermissions] as? NSNumber)?.uint32Value ?? 0o7777
        bytes = (facts[.size] as? NSNumber)?.intValue ?? 0
        isFolder = facts[.type] as? FileAttributeType == .typeDirectory
        isFile = facts[.type] as? FileAttributeType == .typeRegular
        place = FilePlace(facts)
    }

    var isOpenToOthers: Bool { rights & 0o077 != 0 }
    var canBeWrittenByOthers: Bool { rights & 0o022 != 0 }
    var isOurs: Bool { owner == geteuid() }

    /// Whether this process runs as root, which should own nothing here.
    static var isRoot: Bool { geteuid() == 0 }
}

/// Device and inode: the identity of a file, whatever its name.
struct FilePlace: Sendable, Hashable {
    private let device: UInt64
    private let number: UInt64

    fileprivate init?(_ facts: [FileAttributeKey: Any]) {
        guard let device = facts[.systemNumber] as? NSNumber, let number = facts[.systemFileNumber] as? NSNumber
        else { return nil }
        self.device = device.uint64Value
        self.number = number.uint64Value
    }
}
