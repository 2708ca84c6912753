import Forms
import Rulebooks

/// What a proposed rulebook would change, before it does, and the step that puts it into force.
struct ProposalPage: Page {
    static let template = "rulebook/proposals/proposal"
    let values: PageValues

    /// - Parameter isStale: whether another rulebook was put into force since this page was shown (UX-4).
    init(
        _ proposal: RulebookProposal, _ proposed: Rulebook, _ version: RulebookVersion, _ inForce: Rulebook,
        _ comparison: ProposalImpact, _ bound: BoundForm, submission: SubmissionID, isStale: Bool, words: Words
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
