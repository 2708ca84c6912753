import Forms
import Markup
import Rulebooks

/// The impact of a proposed rulebook, and the form to put it into force.
struct ProposalPage: Page {
    static let template = "rulebook/proposals/proposal"
    let values: PageValues

    init(
        _ proposal: RulebookProposal, _ proposed: Rulebook, _ version: RulebookVersion, _ inForce: Rulebook,
        _ comparison: ProposalImpact, _ form: PostedForm, words: Words
    ) {
        let difference = RulebookDifference(
            from: RulebookLines(inForce, words), to: RulebookLines(proposed, words))
        let isOpen = proposal.versionID == nil
        let drawn = FormValues.make(
            form, action: Paths.enforcement(proposal.id), submit: "proposal.put-into-force", cancel: Paths.rulebook,
            version: version.id, words: words)
        values = [
            "rulebookHref": .text(Paths.rulebook),
            "proposed": .text(
                words(
                    "rulebook.proposed-by",
                    ["name": proposal.proposedBy, "time": words.dateTime(proposal.proposedAt)])),
            "isInForce": proposal.versionID.map {
                .text(words("proposal.became", ["number": String($0)]))
            } ?? .none,
            "isOpen": .flag(isOpen), "isStale": .flag(form.isStale),
            "inForce": .text(VersionWords.since(version, words)),
            "hasChanges": .flag(!difference.changes.isEmpty),
            "changes": .list(
                difference.changes.map {
                    ["label": .text($0.label), "before": .optional($0.before), "after": .optional($0.after)]
                }),
            "previewHref": .text(Paths.with(Paths.preview, [("proposal", String(proposal.id))])),
            "impact": isOpen ? .page(ImpactValues.make(comparison, proposed, inForce, proposal.id, words)) : .none,
            "form": isOpen ? .page(drawn) : .none,
        ]
    }
}
