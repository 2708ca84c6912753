import Foundation

/// How many of the first arrivals at a site were in time, measured from what the reports say (SVC-8).
struct ArrivalFigures: Sendable, Hashable {
    let inTime: Int
    let late: Int

    var total: Int { inTime + late }
}
