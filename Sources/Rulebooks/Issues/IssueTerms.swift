import Forms
import Foundation

/// What a company promised when an issue was raised; its clock goes by this whatever is changed in the rulebook or the
/// calendar later (ISS-3).
public struct IssueTerms: Sendable, Hashable, Codable {
    public let limits: IssueLimits
    public let arrival: ArrivalDeadlines
    public let categories: [String: CategoryLimits]
    /// The years that were arranged by then, where days off bear on the time that counts.
    let arrangements: [YearArrangement]

    public init(_ rulebook: Rulebook, _ calendar: WorkCalendar) {
        self.init(rulebook.issues, arrival: rulebook.arrival, calendar)
    }

    public init(_ rules: IssueRules, arrival: ArrivalDeadlines, _ calendar: WorkCalendar) {
        limits = rules.limits
        self.arrival = arrival
        categories = Dictionary(rules.categories.map { ($0.id, $0.limits) }) { first, _ in first }
        arrangements = rules.limits.workingHours == nil ? [] : calendar.arrangements
    }

    /// How many hours a first answer may take.
    public func answerHours(_ category: String?) -> Int {
        category.flatMap { categories[$0]?.answerHours } ?? limits.answerHours
    }

    /// How many hours somebody may take to come; nil where nobody need go there.
    public func arrivalHours(_ category: String?, concernsWaterOrElectricity: Bool) -> Int? {
        if concernsWaterOrElectricity { return arrival.waterAndElectricity }
        return switch category.flatMap({ categories[$0]?.onSite }) {
        case .ordinary: arrival.ordinary
        case .waterAndElectricity: arrival.waterAndElectricity
        case nil: nil
        }
    }

    /// Which time counts towards the deadlines.
    /// - Parameter pauses: in order, none within another.
    public func countedTime(pauses: [Range<Date>], in zone: TimeZone) -> CountedTime {
        CountedTime(
            working: limits.workingHours.map { WorkingDays(WorkCalendar(arrangements: arrangements), hours: $0) },
            pauses: pauses, zone: zone)
    }

    /// Which time counts towards an arrival: always that of the wall, as for the work order that is made of it.
    public func wallTime(pauses: [Range<Date>], in zone: TimeZone) -> CountedTime {
        CountedTime(working: nil, pauses: pauses, zone: zone)
    }
}

extension IssueTerms {
    /// As they are stored: the same terms give the same text.
    public var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// Reads what `text` wrote.
    public init(text: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }
}
