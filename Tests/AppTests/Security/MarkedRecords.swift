import Forms
import Foundation
import Rulebooks
import Testing

@testable import App

/// A company in which every place for content holds words that stand nowhere else (ACC-2).
struct MarkedRecords: Sendable {
    /// The marked things; drafts are unfinished sheets, feedback is what customers said, the rest are submitted sheets.
    enum Thing: String, Sendable, CaseIterable {
        case sealedOfAgent, sealedOfAgent2, unsealedOfAgent, filedOfAgent, draftOfAgent, draftOfAgent2
        case sealedFeedback, unsealedFeedback

        var isDraft: Bool { self == .draftOfAgent || self == .draftOfAgent2 }
        var author: Staff { self == .sealedOfAgent2 || self == .draftOfAgent2 ? .agent2 : .agent }
    }

    let company: TestCompany
    let calls: [Thing: FollowUp]
    /// What is opened to read it.
    let records: [Thing: SealedRecord]
    /// Which thing a mark stands in.
    let places: [String: Thing]

    func marks(of thing: Thing) -> Set<String> { Set(places.filter { $0.value == thing }.keys) }

    nonisolated(unsafe) private static let mark = #/zqx[0-9]{4}w/#

    /// Every mark in a text, whole or encoded.
    static func marks(in text: String) -> Set<String> {
        guard text.range(of: "zqx", options: .literal) != nil else { return [] }
        return Set(text.matches(of: mark).map { String($0.0) })
    }

    /// What may be read by whom: administrators read sheets, authors their drafts and what is not sealed, and the
    /// manager holds a grant for one record. All other requests were refused, revoked, have expired or wait.
    static func readable(by one: Staff?) -> Set<Thing> {
        switch one {
        case .admin:
            [.sealedOfAgent, .sealedOfAgent2, .unsealedOfAgent, .filedOfAgent, .sealedFeedback, .unsealedFeedback]
        case .agent: [.unsealedOfAgent, .draftOfAgent, .unsealedFeedback]
        case .agent2: [.draftOfAgent2]
        case .manager: [.sealedOfAgent2]
        case .technician, .executive, .finance, nil: []
        }
    }
}

extension MarkedRecords {
    static func make() async throws -> MarkedRecords {
        var maker = Maker(company: try await TestCompany())
        try await maker.fill(.sealedOfAgent, "HF-M1", revisions: 2)
        try await maker.fill(.sealedOfAgent2, "HF-M2", revisions: 1)
        try await maker.hear(.sealedFeedback, aboutProjectOf: .sealedOfAgent)
        maker.company.passDeadline()
        maker.company.clock.advance(hours: 17.5)
        try await maker.fill(.unsealedOfAgent, "HF-M3", revisions: 2)
        try await maker.fill(.filedOfAgent, "HF-M4", revisions: 1)
        try await maker.hear(.unsealedFeedback, aboutProjectOf: .unsealedOfAgent)
        try await maker.file(.filedOfAgent)
        try await maker.draft(.draftOfAgent, "HF-M5")
        try await maker.draft(.draftOfAgent2, "HF-M6")
        try await maker.decide()
        return MarkedRecords(
            company: maker.company, calls: maker.calls, records: maker.records, places: maker.places)
    }

    private struct Maker {
        let company: TestCompany
        var calls: [Thing: FollowUp] = [:]
        var records: [Thing: SealedRecord] = [:]
        var places: [String: Thing] = [:]

        private mutating func mark(_ thing: Thing) -> String {
            let digits = String(10_000 + places.count).dropFirst()
            let mark = "zqx\(digits)w"
            places[mark] = thing
            return mark
        }

        private func questionnaire(_ call: FollowUp) throws -> Questionnaire {
            try #require(company.app.company.rulebook.questionnaire(call.questionnaire))
        }

        private mutating func content(_ thing: Thing, _ call: FollowUp) throws -> SheetContent {
            let questionnaire = try questionnaire(call)
            let content = questionnaire.content(.angry) { _ in mark(thing) }
            // Only a sheet that is valid shows all of its fields.
            let bound = questionnaire.form.bind(content.answers, today: company.today)
            try #require(bound.errors == [] && bound.canonical == content.answers)
            return content
        }

        private mutating func call(_ thing: Thing, _ number: String) async throws -> FollowUp {
            let call = try await company.owedCall(number, customer: "客户\(number.suffix(1))", by: thing.author)
            calls[thing] = call
            records[thing] = .followUp(call.id)
            return call
        }

        mutating func fill(_ thing: Thing, _ number: String, revisions: Int) async throws {
            let call = try await call(thing, number)
            let (author, stamp) = (try company.member(thing.author), try company.stamp(thing.author))
            _ = try await company.sheets.submit(
                try content(thing, call), try questionnaire(call), of: call.id, by: author, .random(), stamp)
            for version in 1..<revisions {
                _ = try await company.sheets.correct(
                    try content(thing, call), of: call.id, version: version, because: mark(thing), by: author,
                    .random(), stamp)
            }
        }

        /// What a customer said and nobody has to answer, so that no department gets it.
        mutating func hear(_ thing: Thing, aboutProjectOf call: Thing) async throws {
            let project = try #require(calls[call]).projectID
            let content = FeedbackContent(ratings: [.overall: 4], suggestions: mark(thing))
            records[thing] = .feedback(try await company.feedback(content, of: project))
        }

        func file(_ thing: Thing) async throws {
            _ = try await company.sheets.file(
                try #require(calls[thing]).id, by: try company.member(.admin), .random(), try company.stamp(.admin))
        }

        mutating func draft(_ thing: Thing, _ number: String) async throws {
            let call = try await call(thing, number)
            let keeping = try await company.sheets.keepDraft(
                try content(thing, call), of: call.id, by: try company.member(thing.author),
                try company.stamp(thing.author))
            try #require(keeping.isKept)
        }

        /// One request in each state.
        func decide() async throws {
            let (first, second) = (try #require(calls[.sealedOfAgent]), try #require(calls[.sealedOfAgent2]))
            _ = try await company.approve(try await company.ask(.agent, toRead: second), hours: 1)
            company.clock.advance(hours: 1)
            _ = try await company.approve(try await company.ask(.manager, toRead: second))
            try await company.refuse(try await company.ask(.executive, toReadAllOf: first.projectID))
            let grant = try await company.approve(try await company.ask(.agent2, toReadAllOf: first.projectID))
            try await company.revoke(grant)
            _ = try await company.ask(.agent2, toRead: first)
        }
    }
}
