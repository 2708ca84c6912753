import Forms
import Markup
import Rulebooks

/// Template values of a proposal's impact on current projects.
enum ImpactValues {
    static func make(
        _ comparison: ProposalImpact, _ proposed: Rulebook, _ inForce: Rulebook, _ proposal: RulebookProposal.ID,
        _ words: Words
    ) -> PageValues {
        let figures: SentenceArguments = [
            "projects": String(comparison.projects), "compared": String(comparison.compared),
            "affected": String(comparison.affected), "added": String(comparison.change.added),
            "moved": String(comparison.change.moved), "removed": String(comparison.change.removed),
        ]
        return [
            "progress": comparison.isFinished ? .none : .text(words("proposal.comparing", figures)),
            "reloadHref": .text(Paths.proposal(proposal)),
            "summary": .text(
                words(comparison.affected == 0 ? "proposal.nothing-affected" : "proposal.affected", figures)),
            "overdue": comparison.overdue == 0
                ? .none : .text(words("proposal.overdue", ["count": String(comparison.overdue)])),
            "hasExamples": .flag(!comparison.examples.isEmpty),
            "caption": .text(words("proposal.examples", ["count": String(comparison.examples.count)])),
            "examples": .list(comparison.examples.map { example($0, proposed, inForce, words) }),
        ]
    }

    private static func example(
        _ change: PlannedChange, _ proposed: Rulebook, _ inForce: Rulebook, _ words: Words
    ) -> PageValues {
        let window = { (window: PlannedChange.Window?) -> PageValue in
            window.map { .text(words.window($0.opens, $0.closes)) } ?? .none
        }
        let stage = proposed.stage(change.stage) ?? inForce.stage(change.stage)
        return [
            "href": .text(Paths.project(change.projectID)), "number": .text(change.projectNumber),
            "stage": .text(stage?.title[words.language] ?? change.stage),
            "kind": .text(words("proposal.kind.\(change.kind.rawValue)")), "before": window(change.before),
            "after": window(change.after),
        ]
    }
}
