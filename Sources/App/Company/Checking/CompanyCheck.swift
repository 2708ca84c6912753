import Foundation

/// Checks settings and data without changing anything, also while the company is being served (RUN-6).
public struct CompanyCheck: Sendable {
    let sources: SettingsSources
    let folder: DataFolder
    let now: Date

    public init(_ sources: SettingsSources, folder: DataFolder, now: Date = Date()) {
        self.sources = sources
        self.folder = folder
        self.now = now
    }

    public func findings() async -> [CheckFinding] {
        guard folder.hasDatabase else { return settings + [.wrong(CommandError.noCompany(folder).description)] }
        return settings + [serving] + rights + unfinished + [space, backup] + (await data)
    }

    private var settings: [CheckFinding] {
        let unknown = sources.unknownVariables.map {
            CheckFinding.wrong("the environment has \($0), which sets nothing")
        }
        do {
            let settings = try sources.settings(data: folder)
            return unknown + settings.findings
        } catch {
            return unknown + [.wrong(error.description)]
        }
    }

    private var serving: CheckFinding {
        .fine(
            LocalSocket.connected(to: folder.backupSocket) == nil
                ? "\(folder.url.path) is not being served" : "\(folder.url.path) is being served")
    }

    private var rights: [CheckFinding] {
        let flaws = FolderRights.flaws(of: folder)
        return flaws.isEmpty ? [.fine("only their owner can read the files")] : flaws.map { .wrong($0) }
    }

    private var unfinished: [CheckFinding] {
        do {
            try Unfinished.refuse(folder)
            return []
        } catch {
            return [.wrong(error.description)]
        }
    }

    private var space: CheckFinding {
        guard let free = FreeSpace.bytes(at: folder.url) else { return .wrong("how much room is left cannot be told") }
        let database = folder.databaseFiles.compactMap { FileFacts($0)?.bytes }.reduce(0, +)
        let sentence = "\(FreeSpace.text(free)) are free, the database has \(FreeSpace.text(database))"
        // Less than a day of photographs, or than the snapshot before a migration, would need.
        return free < 1_000_000_000 || free < 2 * database
            ? .wrong("there is little room: " + sentence) : .fine(sentence)
    }

    private var backup: CheckFinding {
        guard let age = BackupAge(of: folder) else {
            return .wrong("no backup was ever made: huifang backup makes one")
        }
        let hours = Int(age.seconds(at: now)) / 3_600
        let limit = (try? sources.settings(data: folder).backupAge) ?? Settings.usualBackupAge
        let sentence = "the latest backup is \(hours) hours old, in \(age.target)"
        return age.seconds(at: now) > limit ? .wrong(sentence) : .fine(sentence)
    }

    private var data: [CheckFinding] {
        get async {
            do {
                let flaws = try await Soundness.flaws(in: folder)
                let whole = CheckFinding.fine("the database, its references and the audit trail are whole")
                return (flaws.isEmpty ? [whole] : flaws.map { .wrong($0) })
                    + (try await DataCounts.findings(in: folder))
            } catch {
                return [.wrong(CommandError.opened(folder, error).description)]
            }
        }
    }
}

extension Settings {
    /// Findings about the settings.
    fileprivate var findings: [CheckFinding] {
        var findings: [CheckFinding] = []
        if !FileManager.default.fileExists(atPath: resources.appending(path: "Templates/layout.mustache").path) {
            findings.append(.wrong("the folders Templates and Public are neither here nor beside the program"))
        }
        if let plainHTTPWarning { findings.append(.notable(plainHTTPWarning)) }
        if isSecure, trustedProxies.isEmpty {
            findings.append(
                .wrong("base-url is https and no trusted-proxies are named, so all visitors have the proxy's address"))
        }
        return findings.isEmpty ? [.fine("the settings can be used: \(baseURL.absoluteString)")] : findings
    }
}
