import Foundation

/// Hours within which a technician must arrive, in wall time (ISS-3, SVC-8).
public struct ArrivalDeadlines: Sendable, Hashable, Codable {
    public let ordinary: Int
    public let waterAndElectricity: Int

    /// The default when a rulebook has none.
    public static let usual = ArrivalDeadlines(ordinary: 24, waterAndElectricity: 4)

    /// The latest moment to arrive.
    /// - Parameter received: when the customer asked.
    public func latest(after received: Date, concernsWaterOrElectricity: Bool) -> Date {
        received.addingTimeInterval(Double(concernsWaterOrElectricity ? waterAndElectricity : ordinary) * 3600)
    }
}
