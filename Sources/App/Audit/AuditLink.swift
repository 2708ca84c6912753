import Foundation

/// One link of the hash chain, with exactly the text that its hash covers.
struct AuditLink {
    let id: Int
    let at: String
    let memberID: Member.ID?
    let action: String
    let subjectKind: String
    let subjectID: Int?
    let projectID: Project.ID?
    let grantID: AccessGrant.ID?
    let address: String
    let detail: String
    var hash: String

    /// Keyed hash (HMAC) of this entry and its predecessor. Values are length-prefixed, so that no two different
    /// entries have the same encoding.
    func seal(after previous: String, key: [UInt8]) -> String {
        let values: [String] = [
            previous, String(id), at, number(memberID?.number), action, subjectKind, number(subjectID),
            number(projectID?.number),
            number(grantID?.number), address, detail,
        ]
        return Sodium.hmac(values.flatMap { Array("\($0.utf8.count):\($0)".utf8) }, key: key)
    }

    private func number(_ value: Int?) -> String { value.map(String.init) ?? "-" }

    /// Details as JSON with sorted keys: equal details have equal hashes.
    static func text(_ detail: [String: String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(detail)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
