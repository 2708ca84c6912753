import Foundation

/// Within how many hours somebody must be at the site, by the clock on the wall (ISS-3, SVC-8).
public struct ArrivalDeadlines: Sendable, Hashable, Codable {
    public let ordinary: Int
    public let waterAndElectricity: Int

    /// What holds where a rulebook says nothing else.
    public static let usual = ArrivalDeadlines(ordinary: 24, waterAndElectricity: 4)

    /// The latest moment to arrive.
    /// - Parameter received: when the customer asked.
    public func latest(after received: Date, concernsWaterOrElectricity: Bool) -> Date {
        received.addingTimeInterval(Double(concernsWaterOrElectricity ? waterAndElectricity : ordinary) * 3600)
    }
}
