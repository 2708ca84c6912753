import Foundation

/// A photograph of a visit (SVC-3, SVC-6).
struct Photograph: Sendable, Identifiable, Hashable {
    /// What it shows, and when it was taken; the raw values are stored.
    enum Moment: String, Sendable, CaseIterable {
        case before, after, damage
        case floorPlan = "floor-plan"
        case signedPaper = "signed-paper"

        /// Whether a report without one is flagged.
        var isExpected: Bool {
            switch self {
            case .before, .after: true
            case .damage, .floorPlan, .signedPaper: false
            }
        }
    }

    /// How many a report may have.
    static let mostOfVisit = 9
    /// How long a removed one can be put back, in seconds; its files are thrown away a day later.
    static let keptAfterRemoval: TimeInterval = 7 * 86_400

    let id: ID<Photograph>
    /// Cannot be guessed; it stands in the address.
    let token: String
    let visitID: Visit.ID
    let moment: Moment
    let digest: String
    let thumbnailDigest: String
    let width: Int
    let height: Int
    let addedBy: String
    let addedAt: Date
    let removedAt: Date?

    func canBePutBack(at now: Date) -> Bool {
        removedAt.map { now < $0.addingTimeInterval(Self.keptAfterRemoval) } ?? false
    }
}

/// What stands in the way of adding or removing a photograph; names the sentence `refusal.photographs-…`.
enum PhotographsClosed: String, Error, Sendable, CaseIterable {
    /// The report was filed: what it shows does not change any more.
    case filed
    /// The visit was withdrawn, or its order cancelled.
    case withdrawn
    case tooMany = "too-many"
    /// The person has sent as much as one may within a day (ACC-15).
    case quota
}

/// The visit that photographs belong to, as their page names it.
struct PhotographedVisit: Sendable {
    let visit: Visit
    let orderNumber: String
    let projectNumber: String
    let customer: String
    let closed: PhotographsClosed?
    /// Of the removed ones too, in the order in which they were added.
    let photographs: [Photograph]

    var kept: [Photograph] { photographs.filter { $0.removedAt == nil } }
    var room: Int { max(0, Photograph.mostOfVisit - kept.count) }
    var missing: [Photograph.Moment] {
        Photograph.Moment.allCases.filter { moment in moment.isExpected && !kept.contains { $0.moment == moment } }
    }
}
