import GRDB
import Rulebooks

/// Finds the questions that a call is made with, also when the rulebook changes while somebody is talking (FUP-6).
struct AskedQuestionnaireStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules

    /// How many rulebooks are looked through, backwards from the one in force.
    private static let most = 50

    /// - Parameter digest: that of the questions on the sheet that was sent; nil for a sheet that is opened now, which
    ///   has today's, or those of the last rulebook that had such a questionnaire.
    func find(_ name: String, asked digest: String? = nil) async throws -> Questionnaire? {
        let current = rules.rulebook.questionnaire(name)
        if let current, digest == nil || current.digest == digest { return current }
        return try await older(name, digest) ?? current
    }

    private func older(_ name: String, _ digest: String?) async throws -> Questionnaire? {
        try await database.read { db in
            let versions = try String.fetchCursor(
                db, sql: "SELECT yaml FROM rulebook_version ORDER BY id DESC LIMIT ?", arguments: [Self.most])
            while let yaml = try versions.next() {
                guard let found = (try? Rulebook(stored: yaml))?.questionnaire(name) else { continue }
                if digest == nil || found.digest == digest { return found }
            }
            return nil
        }
    }
}

extension Questionnaire {
    /// The same for the same wording, whatever rulebook it stands in.
    var digest: String { Sodium.sha256(canonicalJSON.utf8) }
}
