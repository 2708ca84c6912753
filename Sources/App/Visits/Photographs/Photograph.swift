import Foundation

/// A photograph of a visit (SVC-3, SVC-6).
struct Photograph: Sendable, Identifiable, Hashable {
    /// What it shows, and at which stage of the work; the raw values are stored.
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

    /// Maximum per report.
    static let mostOfVisit = 9
    /// Seconds that a removed one can be restored; its files are deleted a day later.
    static let keptAfterRemoval: TimeInterval = 7 * 86_400

    let id: ID<Photograph>
    /// Random token for its address, which cannot be guessed.
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

/// Why photographs cannot be added or removed; names the sentence `refusal.photographs-…`.
enum PhotographsClosed: String, Error, Sendable, CaseIterable {
    /// The report was filed, so its photographs are final.
    case filed
    /// The visit was withdrawn, or its order cancelled.
    case withdrawn
    case tooMany = "too-many"
    /// The person's daily quota is used up (ACC-15).
    case quota
}

/// A visit with its photographs.
struct PhotographedVisit: Sendable {
    let visit: Visit
    let orderNumber: String
    let projectNumber: String
    let customer: String
    let closed: PhotographsClosed?
    /// Including removed ones, in the order in which they were added.
    let photographs: [Photograph]

    var kept: [Photograph] { photographs.filter { $0.removedAt == nil } }
    var room: Int { max(0, Photograph.mostOfVisit - kept.count) }
    var missing: [Photograph.Moment] {
        Photograph.Moment.allCases.filter { moment in moment.isExpected && !kept.contains { $0.moment == moment } }
    }
}
