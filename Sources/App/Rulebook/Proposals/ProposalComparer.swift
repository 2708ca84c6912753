import Forms
import Rulebooks

/// Compares a proposal with the stored plans, for a limited time.
struct ProposalComparer: Sendable {
    let rulebooks: RulebookStore
    let comparisons: ProposalImpactStore
    let today: @Sendable () -> Day

    /// Continues until all projects are compared, or the time is up.
    func goOn(with id: RulebookProposal.ID, for time: Duration) async throws {
        guard let proposal = try await rulebooks.proposal(id) else { return }
        let rulebook = try Rulebook(stored: proposal.yaml)
        let end = ContinuousClock.now.advanced(by: time)
        while try await comparisons.carryOn(id, by: rulebook, today: today()), !Task.isCancelled {
            if ContinuousClock.now >= end { return }
        }
    }
}
