import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// File permissions: keeps a company's files readable by the serving account alone, however the folder was made
/// (ACC-15).
enum FolderRights {
    /// Removes all access for others from a folder and its contents.
    /// - Returns: how many files and folders had been open to others.
    /// - Throws: `CommandError` when they belong to another account, or others could have written there.
    static func putRight(_ folder: DataFolder) throws(CommandError) -> Int {
        guard let top = FileFacts(folder.url.resolvingSymlinksInPath()) else { return 0 }
        try demandOurs(top, folder.url)
        if top.canBeWrittenByOthers {
            throw CommandError(
                "others can write into \(folder.url.path); look who did, then close it with: chmod 700 \(folder.url.path)"
            )
        }
        var count = try close(folder.url, top, as: 0o700)
        for name in names(in: folder.url) {
            let file = folder.url.appending(path: name)
            guard let facts = FileFacts(file), facts.isFile || facts.isFolder else { continue }
            try demandOurs(facts, file)
            count += try close(file, facts, as: facts.isFolder ? 0o700 : 0o600)
            // A folder that is closed shields its contents.
            if facts.isFolder, facts.isOpenToOthers { count += try closeAll(in: file) }
        }
        return count
    }

    /// What is wrong with a folder's permissions, without changing any.
    static func flaws(of folder: DataFolder) -> [String] {
        guard let top = FileFacts(folder.url.resolvingSymlinksInPath()) else { return [] }
        var flaws: [String] = []
        if top.canBeWrittenByOthers {
            flaws.append("others can write into \(folder.url.path)")
        } else if top.isOpenToOthers {
            flaws.append("others can read what is in \(folder.url.path)")
        }
        let facts = names(in: folder.url).compactMap { name in
            FileFacts(folder.url.appending(path: name)).map { (name, $0) }
        }.filter { $0.1.isFile || $0.1.isFolder }
        let (open, foreign) = (facts.filter { $0.1.isOpenToOthers }, facts.filter { $0.1.owner != top.owner })
        if !open.isEmpty { flaws.append("open to others: \(open.map(\.0).sorted().joined(separator: ", "))") }
        if !foreign.isEmpty {
            flaws.append("of another user than their folder: \(foreign.map(\.0).sorted().joined(separator: ", "))")
        }
        return flaws
    }

    private static func closeAll(in folder: URL) throws(CommandError) -> Int {
        var count = 0
        for name in names(in: folder) {
            let file = folder.appending(path: name)
            guard let facts = FileFacts(file), facts.isFile || facts.isFolder else { continue }
            count += try close(file, facts, as: facts.isFolder ? 0o700 : 0o600)
            if facts.isFolder { count += try closeAll(in: file) }
        }
        return count
    }

    private static func close(_ file: URL, _ facts: FileFacts, as rights: mode_t) throws(CommandError) -> Int {
        guard facts.isOpenToOthers else { return 0 }
        guard chmod(file.path, rights) == 0 else {
            throw CommandError("\(file.path) is open to others, and its rights cannot be changed: \(ErrorNumber.words)")
        }
        return 1
    }

    private static func demandOurs(_ facts: FileFacts, _ file: URL) throws(CommandError) {
        guard !facts.isOurs else { return }
        throw CommandError(
            "\(file.path) belongs to another user (number \(facts.owner)); run huifang as that user, or give it to this one with chown"
        )
    }

    private static func names(in folder: URL) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    }
}
