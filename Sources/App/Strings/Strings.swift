import Foundation
import Forms

/// The words of the interface in each language, from the catalogues that are part of the binary.
enum Strings {
    static let catalogues: [Language: [String: String]] = [
        .simplified: read(PackageResources.zh_Hans_json),
        .traditional: read(PackageResources.zh_Hant_json),
        .english: read(PackageResources.en_json),
    ]

    private static func read(_ bytes: [UInt8]) -> [String: String] {
        (try? JSONDecoder().decode([String: String].self, from: Data(bytes))) ?? [:]
    }
}
