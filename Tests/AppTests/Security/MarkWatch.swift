import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import App

/// Reads every answer that one person gets, for marks: those that the person may read must have left an entry in the
/// audit trail, all others are a leak.
final class MarkWatch {
    private let records: MarkedRecords
    private let who: Staff?
    private let readable: Set<MarkedRecords.Thing>
    let browser: Browser
    private(set) var seen: Set<String> = []
    private(set) var answers = 0
    /// How often each record was read up to the last answer.
    private var noted: [String: Int] = [:]
    private var visited: Set<String> = []
    /// Where the forms lead that were filled.
    private var filled: Set<String> = []

    /// - Parameter hasEnded: whether the person's session ended in the meantime.
    init(_ records: MarkedRecords, as who: Staff?, hasEnded: Bool = false) async throws {
        self.records = records
        self.who = who
        readable = hasEnded ? [] : MarkedRecords.readable(by: who)
        let company = records.company
        browser = if let who { try await company.browser(signedInAs: who) } else { company.browser() }
        if hasEnded { company.clock.advance(hours: 3) }
        noted = try await readings()
    }

    /// Sends one request and reads all of its answer.
    @discardableResult
    func look(_ method: HTTPRequest.Method, _ path: String, body: String? = nil) async throws -> ShownPage {
        let answer = try await browser.send(method, path, body: body)
        let before = noted
        noted = try await readings()
        answers += 1
        let headers = answer.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
        let marks = MarkedRecords.marks(in: headers + "\n" + answer.html)
        guard !marks.isEmpty else { return answer }
        seen.formUnion(marks)
        let things = Set(marks.compactMap { records.places[$0] })
        let leaked = things.subtracting(readable).map(\.rawValue).sorted()
        #expect(leaked == [], "\(method) \(path) shows them to \(who?.rawValue ?? "nobody")")
        for thing in things {
            guard let record = records.records[thing]?.description else { continue }
            #expect(noted[record, default: 0] > before[record, default: 0], "\(method) \(path) left no entry")
        }
        return answer
    }

    /// Opens these addresses, and everything that pages lead to by links and by forms that search.
    func walk(from paths: [String]) async throws {
        var waiting = paths
        while let path = waiting.popLast() {
            guard visited.insert(path).inserted else { continue }
            try #require(visited.count < 3_000, "the pages lead to ever more pages")
            let page = try await look(.get, path)
            if let next = page.location { waiting.append(next) }
            guard page.isHTML else { continue }
            waiting += page.waysOn
            // A form is filled where it is first met: filled again with what it found, it would lead on for ever.
            waiting += try page.forms.filter { !$0.isPost && filled.insert($0.action).inserted }.flatMap(searches)
        }
    }

    /// What finds anything that is there, wherever it is: beginnings of marks, wildcards, statements.
    private static let searched = ["zqx", "zqx0", "zqx*", "%", "_", "*", "\"", "' OR 1=1 --", "NOT x", "content"]

    private func searches(_ form: ShownForm) throws -> [String] {
        let texts = form.fields.filter { $0.kind == .text }.map(\.name)
        let typed = texts.flatMap { name in Self.searched.map { [name: Typed($0)] } }
        let chosen = form.fields.filter { $0.kind == .select }.flatMap { field in
            field.options.map { [field.name: Typed($0)] }
        }
        return try (typed + chosen).map { form.action + "?" + FormText.encode(try form.entries($0)) }
    }

    private func readings() async throws -> [String: Int] {
        guard let who else { return [:] }
        let member = try records.company.member(who).id
        return try await records.company.readings(by: member)
    }
}

extension TestCompany {
    /// How often somebody has read which record, as the audit trail has it.
    func readings(by member: Member.ID) async throws -> [String: Int] {
        let records = try await database.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT subject_kind || '-' || subject_id FROM audit_entry
                    WHERE action = 'record-read' AND member_id = ?
                    """,
                arguments: [member])
        }
        return Dictionary(grouping: records) { $0 }.mapValues(\.count)
    }
}
