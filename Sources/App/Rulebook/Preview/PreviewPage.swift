import Forms
import Markup
import Rulebooks

/// The plan of a rulebook for one project, up to three years after its last known day.
struct PreviewedPlan {
    let life: ProjectLife
    let project: Project?
    let rulebook: Rulebook
    let calendar: WorkCalendar

    var owed: [OwedFollowUp] {
        rulebook.plan(
            for: life, until: life.lastKnownDay.adding(months: 36), calendar: calendar, includingTentative: true)
    }
}

/// The preview as a timeline.
struct PreviewPage: Page {
    static let template = "rulebook/preview/show"
    let values: PageValues

    /// - Parameter proposal: the proposed rulebook; nil for the one in force.
    init(_ bound: BoundForm, _ plan: PreviewedPlan?, proposal: RulebookProposal.ID?, today: Day, words: Words) {
        let fields = FieldValues(bound: bound, words: words, marksOptional: false)
        let owed = plan?.owed ?? []
        let drawn = bound.form.fields.map(fields.make)
        values =
            ([
                "backHref": .text(proposal.map { Paths.proposal($0) } ?? Paths.rulebook),
                "backLabel": .text(words(proposal == nil ? "rulebook.title" : "proposal.title")),
                "action": .text(Paths.preview), "proposal": .optional(proposal),
                "number": .list(Array(drawn.prefix(1))), "dates": .list(Array(drawn.dropFirst())),
                "isOpen": .flag(!bound.isValid || plan.map { $0.project == nil } ?? false),
                "hasPlan": .flag(plan != nil), "isEmpty": .flag(owed.isEmpty),
                "summary": .text(words("preview.summary", ["count": String(owed.count)])),
                "project": plan?.project.map {
                    .page(["href": .text(Paths.project($0.id)), "number": .text($0.details.number)])
                } ?? .none,
                "timeline": .list(plan.map { Self.timeline($0, owed, today: today, words) } ?? []),
            ] as PageValues).merging(FormValues.errors(bound, words)) { own, _ in own }
    }

    private static func timeline(
        _ plan: PreviewedPlan, _ owed: [OwedFollowUp], today: Day, _ words: Words
    ) -> [PageValues] {
        var moments: [(day: Day, values: PageValues)] = []
        for kind in MilestoneKind.allCases {
            guard let dates = plan.life.milestones[kind], let day = dates.actual ?? dates.planned else { continue }
            let detail = dates.actual == nil ? words("projects.timeline.only-planned") : nil
            moments.append((day, moment("event", words.day(day), words.title(kind), detail)))
        }
        let follow = FollowUpWords(rulebook: plan.rulebook, words: words, today: today)
        moments += owed.map { item in
            let title = words("projects.timeline.follow-up", ["stage": follow.stage(item.stage)])
            let detail = [follow.channel(item.channel), follow.reason(item.reason)]
                .joined(separator: words("projects.timeline.separator"))
            return (item.opens, moment("follow-up", words.window(item.opens, item.closes), title, detail))
        }
        moments.append(
            (today, moment("today", words.day(today), words("projects.timeline.today"), nil, isToday: true)))
        // Swift's sort is not guaranteed to be stable.
        return moments.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element.values)
    }

    private static func moment(
        _ kind: String, _ date: String, _ title: String, _ detail: String?, isToday: Bool = false
    ) -> PageValues {
        [
            "kind": .text(kind), "isToday": .flag(isToday), "date": .text(date), "title": .text(title), "href": .none,
            "badge": .none, "detail": .optional(detail),
        ]
    }
}
