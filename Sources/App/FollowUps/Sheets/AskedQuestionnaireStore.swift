import GRDB
import Rulebooks

/// Finds the questionnaire that a sheet was opened with, even when the rulebook changes during the call (FUP-6).
struct AskedQuestionnaireStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules

    /// How many rulebook versions are searched, backwards from the current one.
    private static let most = 50

    /// - Parameter digest: of the questionnaire of a posted sheet; nil for a sheet being opened, which gets the current
    ///   one, or that of the last rulebook version that had such a questionnaire.
    func find(_ name: String, asked digest: String? = nil) async throws -> Questionnaire? {
        let current = rules.rulebook.questionnaire(name)
        if let current, digest == nil || current.digest == digest { return current }
        return try await older(name, digest) ?? current
    }

    private func older(_ name: String, _ digest: String?) async throws -> Questionnaire? {
        try await database.read { db in
            let versions = try String.fetchCursor(
                db, cached: "SELECT yaml FROM rulebook_version ORDER BY id DESC LIMIT ?", arguments: [Self.most])
            while let yaml = try versions.next() {
                guard let found = (try? Rulebook(stored: yaml))?.questionnaire(name) else { continue }
                if digest == nil || found.digest == digest { return found }
            }
            return nil
        }
    }
}
