import Foundation

/// One-time password, handed over by an administrator and replaced at the first sign-in: four groups of four characters
/// without look-alikes, about 79 bits.
enum OneTimePassword {
    /// Its lifetime: a password on a slip of paper is worthless next week (ACC-10).
    static let lifetime: TimeInterval = 72 * 3600

    static func make() -> String {
        (0..<4).map { _ in group() }.joined(separator: "-")
    }

    /// The password in a text that was copied with blanks around it or typed with capitals; nil for other texts.
    static func found(in text: String) -> String? {
        let password = text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        let groups = password.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.count == 4, groups.allSatisfy({ $0.count == 4 && $0.allSatisfy(signs.contains) }) else {
            return nil
        }
        return password
    }

    private static let signs = Array("23456789abcdefghjkmnpqrstuvwxyz")

    private static func group() -> String {
        var group = ""
        while group.count < 4 {
            // Rejection sampling: bytes beyond the last full multiple are discarded, so that all characters are equally
            // likely.
            let fair = 256 - 256 % signs.count
            for byte in Sodium.randomBytes(8) where Int(byte) < fair && group.count < 4 {
                group.append(signs[Int(byte) % signs.count])
            }
        }
        return group
    }
}
