import Forms
import Markup
import Rulebooks

/// Timeline of a project: everything with a date, past or future, by date.
struct ProjectTimeline {
    /// The values of `components/timeline.mustache`.
    let values: [PageValues]

    init(_ whole: WholeProject, warranty: WarrantyEnd, seesFollowUps: Bool, words follow: FollowUpWords) {
        let words = follow.words
        var moments = [
            Moment(
                day: whole.project.registeredOn, rank: .event,
                Self.event(words("projects.timeline.registered"), words.day(whole.project.registeredOn))),
            Moment(day: follow.today, rank: .today, Self.today(follow)),
        ]
        for kind in MilestoneKind.allCases {
            guard let dates = whole.life.milestones[kind] else { continue }
            moments += Self.milestone(kind, dates, words).map { [$0] } ?? []
        }
        moments += (seesFollowUps ? whole.followUps : []).map {
            Moment(day: $0.doneOn ?? $0.opens, rank: .followUp, Self.followUp($0, follow))
        }
        if let end = warranty.day {
            let event = Self.event(words("projects.timeline.warranty-end"), words.day(end))
            moments.append(Moment(day: end, rank: .end, event))
        }
        // Swift's sort is not guaranteed to be stable, and equal entries must keep their order.
        values = moments.enumerated()
            .sorted { ($0.element.day, $0.element.rank, $0.offset) < ($1.element.day, $1.element.rank, $1.offset) }
            .map(\.element.values)
    }

    private struct Moment {
        let day: Day
        let rank: Rank
        let values: PageValues

        init(day: Day, rank: Rank, _ values: PageValues) {
            self.day = day
            self.rank = rank
            self.values = values
        }
    }

    /// The order of entries on the same day.
    private enum Rank: Int, Comparable {
        case event, followUp, end, today
        static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    private static func milestone(_ kind: MilestoneKind, _ dates: MilestoneDates, _ words: Words) -> Moment? {
        guard let day = dates.actual ?? dates.planned else { return nil }
        var details: [String] = []
        if dates.actual == nil {
            details.append(words("projects.timeline.only-planned"))
        } else if let planned = dates.planned, planned != day {
            details.append(words("projects.timeline.was-planned", ["day": words.day(planned)]))
        }
        if let handler = dates.handledBy { details.append(words("projects.timeline.handled.\(handler.rawValue)")) }
        let text = details.joined(separator: words("projects.timeline.separator"))
        return Moment(day: day, rank: .event, event(words.title(kind), words.day(day), detail: text))
    }

    private static func followUp(_ followUp: FollowUp, _ follow: FollowUpWords) -> PageValues {
        let words = follow.words
        let facts = [follow.channel(followUp.channel), followUp.agentName, follow.urgency(followUp)]
        return [
            "kind": "follow-up", "isToday": .flag(false),
            "date": .text(followUp.doneOn.map(words.day) ?? words.window(followUp.opens, followUp.closes)),
            "title": .text(words("projects.timeline.follow-up", ["stage": follow.stage(followUp.stage)])),
            "href": .text(Paths.followUp(followUp.id)), "badge": follow.badge(followUp),
            "detail": .text(
                facts.filter { !$0.isEmpty }.joined(separator: words("projects.timeline.separator"))),
        ]
    }

    private static func event(_ title: String, _ date: String, detail: String = "") -> PageValues {
        [
            "kind": "event", "isToday": .flag(false), "date": .text(date), "title": .text(title), "href": .none,
            "badge": .none, "detail": detail.isEmpty ? .none : .text(detail),
        ]
    }

    private static func today(_ follow: FollowUpWords) -> PageValues {
        [
            "kind": "today", "isToday": .flag(true), "date": .text(follow.words.day(follow.today)),
            "title": .text(follow.words("projects.timeline.today")), "href": .none, "badge": .none, "detail": .none,
        ]
    }
}
