import Foundation

/// Daily upload quota per person, which counts removed photographs too, so that nobody fills the disk (ACC-15). Two
/// hundred is three times what the busiest technician needs.
struct PhotographQuota: Sendable, Hashable {
    static let most = PhotographQuota(count: 200, bytes: 300 << 20)
    /// The sliding window, in seconds.
    static let span: TimeInterval = 86_400

    let count: Int
    let bytes: Int

    /// How many more may be uploaded; none once the bytes are used up.
    var room: Int { bytes < Self.most.bytes ? max(0, Self.most.count - count) : 0 }
}
