/// What somebody does on one day, in order of time; without visits they are free.
struct TechnicianDay: Sendable {
    let name: String
    let visits: [DispatchedVisit]

    /// The days of all technicians by their names, then those of outside firms.
    /// - Parameter visits: in order of time.
    static func all(_ visits: [DispatchedVisit], _ technicians: [Member]) -> [TechnicianDay] {
        let byTechnician = Dictionary(grouping: visits) { $0.technician?.id }
        let known = Set(technicians.map(\.id))
        let people = technicians.map { ($0.id, $0.name) }
        // Whoever was sent and has left meanwhile still stands in the plan of the day.
        let others = visits.compactMap(\.technician).filter { !known.contains($0.id) }.map { ($0.id, $0.name) }
        let all = Dictionary(people + others) { first, _ in first }
        let days = all.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { id, name in
            TechnicianDay(name: name, visits: byTechnician[id] ?? [])
        }
        let firms = Dictionary(grouping: byTechnician[nil] ?? [], by: \.firm)
        return days + firms.sorted { $0.key < $1.key }.map { TechnicianDay(name: $0.key, visits: $0.value) }
    }

    /// What `components/technician-days.mustache` draws.
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
