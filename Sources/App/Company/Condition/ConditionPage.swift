import Foundation
import Markup

/// The state of data and machine: what is right, what is wrong, and what to do.
struct ConditionPage: Page {
    static let template = "company/condition/show"
    let values: PageValues

    init(_ condition: CompanyCondition, words: Words) {
        values = [
            "isGood": .flag(condition.verdict == .ok),
            "summary": .text(words(condition.verdict == .ok ? "condition.good" : "condition.not-good")),
            "lines": .list(Self.lines(condition, words)),
            "clock": condition.clock.map { .page(Self.clock($0, words)) } ?? .none,
            "findings": .list(condition.findings.map { Self.finding($0, words) }),
            "hasFindings": .flag(!condition.findings.isEmpty),
        ]
    }

    private static func lines(_ condition: CompanyCondition, _ words: Words) -> [PageValues] {
        let trail = condition.isTrailNoted.map { $0 ? "noted" : "lost" } ?? "unreadable"
        let lines: [(label: String, text: String, isGood: Bool, href: String?)] = [
            (
                "condition.database",
                words(condition.writing.map { "error-page.\($0.name).title" } ?? "condition.database-writable"),
                condition.writing == nil, nil
            ),
            ("condition.room", room(condition, words), !condition.isNearlyFull, nil),
            (
                "condition.trail", words("condition.trail-\(trail)"), condition.isTrailNoted == true,
                Paths.with(Paths.audit, [("verify", "1")])
            ),
            (
                "condition.attachments",
                words(condition.hasAttachments ? "condition.attachments-there" : "condition.attachments-gone"),
                condition.hasAttachments, nil
            ),
            ("condition.backup", backup(condition.backup, words), condition.backup.isFine, nil),
            (
                "condition.clock",
                words(condition.clock == nil ? "condition.clock-believed" : "condition.clock-doubted"),
                condition.clock == nil, nil
            ),
        ]
        return lines.map { line in
            [
                "label": .text(words(line.label)), "text": .text(line.text), "isGood": .flag(line.isGood),
                "href": .optional(line.href),
            ]
        }
    }

    private static func room(_ condition: CompanyCondition, _ words: Words) -> String {
        guard let free = condition.free else { return words("condition.room-unknown") }
        let key = condition.isNearlyFull ? "condition.room-low" : "condition.room-free"
        return words(key, ["size": String(free >> 20)])
    }

    private static func backup(_ backup: BackupCondition, _ words: Words) -> String {
        switch backup {
        case .never, .notYet: words("condition.backup-never")
        case .late(let age): words("condition.backup-late", ["hours": String(Int(age) / 3_600)])
        case .fine(let age): words("condition.backup-fine", ["hours": String(Int(age) / 3_600)])
        }
    }

    private static func clock(_ doubt: ClockDoubt, _ words: Words) -> PageValues {
        [
            "text": .text(
                words(
                    doubt.isBehind ? "condition.clock-behind" : "condition.clock-ahead",
                    ["clock": words.dateTime(doubt.clock), "moment": words.dateTime(doubt.moment)])),
            "action": .text(Paths.clockConfirmation),
            "shown": .text(String(Int(doubt.clock.timeIntervalSince1970))),
        ]
    }

    private static func finding(_ finding: StorageHealth.Finding, _ words: Words) -> PageValues {
        [
            "title": .text(words("error-page.\(finding.trouble.name).title")),
            "time": .text(words.dateTime(finding.at)),
            "count": .text(words("condition.times", ["count": String(finding.count)])),
            "detail": finding.trouble.detail.isEmpty ? .none : .text(finding.trouble.detail),
            "reference": .optional(finding.reference),
        ]
    }
}
