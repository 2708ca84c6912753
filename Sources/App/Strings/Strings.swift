import Foundation
import Forms

/// The string catalogues of each language, embedded in the binary.
enum Strings {
    static let catalogues: [Language: [String: String]] = [
        .simplified: read(PackageResources.zh_Hans_json),
        .traditional: read(PackageResources.zh_Hant_json),
        .english: read(PackageResources.en_json),
    ]

    /// The same with their placeholders found.
    static let sentences = catalogues.mapValues { $0.mapValues(Sentence.init) }

    private static func read(_ bytes: [UInt8]) -> [String: String] {
        (try? JSONDecoder().decode([String: String].self, from: Data(bytes))) ?? [:]
    }
}
