import Foundation

/// A password that an administrator hands over and its owner replaces at the first sign-in: four groups of four signs
/// without look-alikes, about 79 bits.
enum OneTimePassword {
    /// How long it lets its owner in: what was noted on a slip of paper is worth nothing next week (ACC-10).
    static let lifetime: TimeInterval = 72 * 3600

    static func make() -> String {
        (0..<4).map { _ in group() }.joined(separator: "-")
    }

    private static let signs = Array("23456789abcdefghjkmnpqrstuvwxyz")

    private static func group() -> String {
        var group = ""
        while group.count < 4 {
            // Bytes above the last full round of signs are thrown away, or the first signs would come more often.
            let fair = 256 - 256 % signs.count
            for byte in Sodium.randomBytes(8) where Int(byte) < fair && group.count < 4 {
                group.append(signs[Int(byte) % signs.count])
            }
        }
        return group
    }
}
