import Foundation

/// How many of the first arrivals at a site were in time, measured from what the reports say (SVC-8).
struct ArrivalFigures: Sendable, Hashable {
    let inTime: Int
    let late: Int

    var total: Int { inTime + late }
}

/// How many repairs were done at the first visit (SVC-8).
struct FirstTimeFix: Sendable, Hashable {
    let fixedAtOnce: Int
    /// Repairs whose first visit was reported.
    let total: Int
}
