import Foundation

/// Who has read one record, and who was refused: apart from each other, so that refusals never hide a reading (ACC-6).
struct Readings: Sendable {
    /// One page of each, the latest first.
    let readings: ListSlice<Reading>
    let refusals: ListSlice<Reading>
    let counts: Counts

    /// Of all entries there are, however many a page shows.
    struct Counts: Sendable, Hashable {
        let readings: Int
        let refusals: Int
    }

    /// Which pages are looked at.
    struct Pages: Sendable {
        let ofReadings: Int
        let ofRefusals: Int

        init(_ items: [String: String]) {
            ofReadings = ListQuery.page(items["readings"])
            ofRefusals = ListQuery.page(items["refusals"])
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
