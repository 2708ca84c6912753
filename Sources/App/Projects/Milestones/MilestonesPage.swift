import Forms
import Markup
import Rulebooks

/// All milestones of a project in one table, with planned and actual dates.
struct MilestonesPage: Page {
    static let template = "projects/milestones/show"
    let values: PageValues

    init(_ form: PostedForm, of stored: ProjectMilestones, words: Words) {
        let project = stored.project
        let drawn = FormValues.make(
            form, action: Paths.milestones(project.id), submit: "milestones.save", cancel: Paths.project(project.id),
            version: project.milestonesVersion, keep: "milestones-\(project.id)", words: words)
        let disagreements = DateDisagreement.all(in: MilestonesForm.dates(form.bound))
        values = drawn.merging([
            "backHref": .text(Paths.project(project.id)), "backLabel": .text(project.number),
            "rows": .list(Self.rows(form.bound, drawn, words)),
            "hasDisagreements": .flag(!disagreements.isEmpty),
            "disagreements": .list(disagreements.map { ["text": .text($0.sentence(words))] }),
            "isStale": .flag(form.isStale),
            "differences": form.isStale ? Self.differences(form.bound, stored, words) : .list([]),
        ]) { own, _ in own }
    }

    private static func rows(_ bound: BoundForm, _ form: PageValues, _ words: Words) -> [PageValues] {
        guard case .list(let drawn) = form["fields"] else { return [] }
        let fields = Dictionary(zip(bound.form.fields.map(\.name), drawn)) { first, _ in first }
        let field = { (name: String) -> PageValue in fields[name].map { .page($0) } ?? .none }
        return MilestoneKind.allCases.map { kind in
            [
                "milestone": .text(words.title(kind)), "planned": field(PlannedDates.name(kind)),
                "actual": field(ActualDates.name(kind)), "handler": field(MilestonesForm.handlerName(kind)),
            ]
        }
    }

    private static func differences(_ bound: BoundForm, _ stored: ProjectMilestones, _ words: Words) -> PageValue {
        // The range of dates does not matter for a comparison, so any day does as today.
        let theirs = MilestonesForm.filled(with: stored.milestones, today: .latest)
        return FormValues.differences(mine: bound, theirs: theirs, words)
    }
}
