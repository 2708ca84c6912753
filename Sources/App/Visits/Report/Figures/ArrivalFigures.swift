import Foundation

/// Share of first arrivals on time, by the reports' times (SVC-8).
struct ArrivalFigures: Sendable, Hashable {
    let inTime: Int
    let late: Int

    var total: Int { inTime + late }
}
