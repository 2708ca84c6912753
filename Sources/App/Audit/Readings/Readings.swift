import Foundation

/// Who read a record, and who was refused: two separate lists, so that refusals never hide a reading (ACC-6).
struct Readings: Sendable {
    /// One page of each, the latest first.
    let readings: ListSlice<Reading>
    let refusals: ListSlice<Reading>
    let counts: Counts

    /// Totals over all entries, not only those on the page.
    struct Counts: Sendable, Hashable {
        let readings: Int
        let refusals: Int
    }

    /// The current page of each list.
    struct Pages: Sendable {
        let ofReadings: Int
        let ofRefusals: Int

        init(_ items: [String: String]) {
            ofReadings = ListQuery.page(items["readings"])
            ofRefusals = ListQuery.page(items["refusals"])
        }
    }
}

/// One person's readings of a record on one ground, or their refusals, grouped.
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
    /// The latest address.
    let address: String
}
