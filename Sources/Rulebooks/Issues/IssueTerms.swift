import Forms
import Foundation

/// Terms under which an issue was raised: its deadlines keep to these, whatever changes later in the rulebook or the
/// calendar (ISS-3).
public struct IssueTerms: Sendable, Hashable, Codable {
    public let limits: IssueLimits
    public let arrival: ArrivalDeadlines
    public let categories: [String: CategoryLimits]
    /// The calendar's arrangements at that time, if holidays matter for the counted time.
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

    /// Hours until the first answer.
    public func answerHours(_ category: String?) -> Int {
        category.flatMap { categories[$0]?.answerHours } ?? limits.answerHours
    }

    /// Hours until the arrival; nil when no visit is needed.
    public func arrivalHours(_ category: String?, concernsWaterOrElectricity: Bool) -> Int? {
        if concernsWaterOrElectricity { return arrival.waterAndElectricity }
        return switch category.flatMap({ categories[$0]?.onSite }) {
        case .ordinary: arrival.ordinary
        case .waterAndElectricity: arrival.waterAndElectricity
        case nil: nil
        }
    }

    /// The time that counts towards deadlines.
    /// - Parameter pauses: in order, without overlaps.
    public func countedTime(pauses: [Range<Date>], in zone: TimeZone) -> CountedTime {
        CountedTime(
            working: limits.workingHours.map { WorkingDays(WorkCalendar(arrangements: arrangements), hours: $0) },
            pauses: pauses, zone: zone)
    }

    /// The time that counts towards an arrival: always wall time, as for the work order.
    public func wallTime(pauses: [Range<Date>], in zone: TimeZone) -> CountedTime {
        CountedTime(working: nil, pauses: pauses, zone: zone)
    }
}

extension IssueTerms {
    /// The stored form; equal terms have equal texts.
    public var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// Parses the stored form.
    public init(text: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }
}
