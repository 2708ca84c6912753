import Forms
import Rulebooks

/// The form on which a changed rulebook is handed in, with every mistake of the one that was.
struct NewProposalPage: Page {
    static let template = "rulebook/new"
    let values: PageValues

    /// The document in force, to be changed.
    init(_ yaml: String, words: Words) { self.init(yaml, .random(), mistakes: [], problem: nil, words) }

    init(_ handedIn: HandedInRulebook, submission: SubmissionID, words: Words) {
        switch handedIn.outcome {
        case .sound: self.init(handedIn.text, submission, mistakes: [], problem: nil, words)
        case .mistaken(let mistakes):
            let summary = words("proposal.mistakes", ["count": String(mistakes.count)])
            self.init(handedIn.text, submission, mistakes: mistakes, problem: summary, words)
        case .unreadable(let problem):
            self.init(
                handedIn.text, submission, mistakes: [], problem: words("proposal.problem.\(problem.rawValue)"), words)
        }
    }

    private init(
        _ text: String, _ submission: SubmissionID, mistakes: [RulebookMistake], problem: String?, _ words: Words
    ) {
        values = [
            "rulebookHref": .text(Paths.rulebook), "fileHref": .text(Paths.rulebookFile),
            "action": .text(Paths.proposals), "submission": .text(submission.text), "yaml": .text(text),
            "hasErrors": .flag(problem != nil), "soleError": .none,
            "errors": .list(problem.map { [["fieldId": "f-yaml", "message": .text($0)]] } ?? []),
            "hasMistakes": .flag(!mistakes.isEmpty),
            "mistakes": .list(MistakeWords.rows(mistakes, in: text, words)),
            "more": mistakes.count > MistakeWords.most
                ? .text(words("proposal.more-mistakes", ["count": String(mistakes.count - MistakeWords.most)])) : .none,
        ]
    }
}

/// What a proposed rulebook would change, before it does, and the step that puts it into force.
struct ProposalPage: Page {
    static let template = "rulebook/proposal"
    let values: PageValues

    /// - Parameter isStale: whether another rulebook was put into force since this page was shown (UX-4).
    init(
        _ proposal: RulebookProposal, _ proposed: Rulebook, _ version: RulebookVersion, _ inForce: Rulebook,
        _ comparison: Comparison, _ bound: BoundForm, submission: SubmissionID, isStale: Bool, words: Words
    ) {
        let difference = RulebookDifference(
            from: RulebookLines(inForce, words), to: RulebookLines(proposed, words))
        let isOpen = proposal.versionID == nil
        let form = FormValues.make(
            bound, action: Paths.enforcement(proposal.id), submit: "proposal.put-into-force", cancel: Paths.rulebook,
            submission: submission, version: version.id, words: words)
        values = [
            "rulebookHref": .text(Paths.rulebook),
            "proposed": .text(
                words(
                    "rulebook.proposed-by",
                    ["name": proposal.proposedBy, "time": words.dateTime(proposal.proposedAt)])),
            "isInForce": proposal.versionID.map {
                .text(words("proposal.became", ["number": String($0)]))
            } ?? .none,
            "isOpen": .flag(isOpen), "isStale": .flag(isStale),
            "inForce": .text(VersionWords.since(version, words)),
            "hasChanges": .flag(!difference.changes.isEmpty),
            "changes": .list(
                difference.changes.map {
                    ["label": .text($0.label), "before": .optional($0.before), "after": .optional($0.after)]
                }),
            "previewHref": .text(Paths.with(Paths.preview, [("proposal", String(proposal.id))])),
            "impact": isOpen ? .page(ImpactValues.make(comparison, proposed, inForce, proposal.id, words)) : .none,
            "form": isOpen ? .page(form) : .none,
        ]
    }
}

/// What a proposal would change for the projects in hand.
enum ImpactValues {
    static func make(
        _ comparison: Comparison, _ proposed: Rulebook, _ inForce: Rulebook, _ proposal: Int, _ words: Words
    ) -> PageValues {
        let figures = [
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
