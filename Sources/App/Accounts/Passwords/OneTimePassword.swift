import Foundation

/// One-time password, handed over by an administrator and replaced at the first sign-in: four groups of four characters
/// without look-alikes, about 79 bits.
enum OneTimePassword {
    /// Its lifetime: a password on a slip of paper is worthless next week (ACC-10).
    static let lifetime: TimeInterval = 72 * 3600

    static func make() -> String {
        (0..<4).map { _ in group() }.joined(separator: "-")
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
