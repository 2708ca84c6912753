import Foundation

/// Who has read one record, and who was refused: apart from each other, so that refusals never hide a reading (ACC-6).
struct Readings: Sendable {
    /// One page of each, the latest first; one more than a page where there are more.
    let readings: [Reading]
    let refusals: [Reading]
    let counts: Counts
    let page: Page

    /// Of all entries there are, however many a page shows.
    struct Counts: Sendable, Hashable {
        let readings: Int
        let refusals: Int
    }

    /// Which pages are looked at, from 1.
    struct Page: Sendable, Hashable {
        let ofReadings: Int
        let ofRefusals: Int

        static let size = 50
        private static let last = 2_000

        init(ofReadings: Int = 1, ofRefusals: Int = 1) {
            self.ofReadings = min(max(ofReadings, 1), Self.last)
            self.ofRefusals = min(max(ofRefusals, 1), Self.last)
        }

        init(query: [String: String]) {
            let number = { (name: String) in query[name].flatMap { $0.utf8.count < 6 ? Int($0) : nil } ?? 1 }
            self.init(ofReadings: number("readings"), ofRefusals: number("refusals"))
        }
    }
}

/// The readings of a record by one person on one ground, or the refusals of one person: the same again is folded.
struct Reading: Sendable, Hashable {
    let first: Date
    let last: Date
    let count: Int
    let memberName: String?
    let action: AuditAction
    let ground: String?
    let purpose: String?
    let requestID: AccessRequest.ID?
    let requestReason: String?
    /// From where it was last.
    let address: String
}
