import Markup

/// A technician's visits of one day, by time; without any the technician is free.
struct TechnicianDay: Sendable {
    let name: String
    let visits: [DispatchedVisit]

    /// The days of all technicians by name, then those of contractors.
    /// - Parameter visits: by time.
    static func all(_ visits: [DispatchedVisit], _ technicians: [Member]) -> [TechnicianDay] {
        let byTechnician = Dictionary(grouping: visits) { $0.technician?.id }
        let known = Set(technicians.map(\.id))
        let people = technicians.map { ($0.id, $0.name) }
        // Technicians who have left meanwhile keep their visits of the day.
        let others = visits.compactMap(\.technician).filter { !known.contains($0.id) }.map { ($0.id, $0.name) }
        let all = Dictionary(people + others) { first, _ in first }
        let days = all.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { id, name in
            TechnicianDay(name: name, visits: byTechnician[id] ?? [])
        }
        let firms = Dictionary(grouping: byTechnician[nil] ?? [], by: \.firm)
        return days + firms.sorted { $0.key < $1.key }.map { TechnicianDay(name: $0.key, visits: $0.value) }
    }

    /// The values of `components/technician-days.mustache`.
    static func values(
        _ visits: [DispatchedVisit], _ technicians: [Member], for sight: WorkOrderScope, _ orders: WorkOrderWords
    ) -> [PageValues] {
        all(visits, technicians).map { day in
            [
                "name": .text(day.name), "visits": .list(day.visits.map { orders.visit($0, for: sight) }),
                "isFree": .flag(day.visits.isEmpty),
            ]
        }
    }
}
