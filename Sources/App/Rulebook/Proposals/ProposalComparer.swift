import Forms
import Rulebooks

/// Compares proposals with what is planned, for as long as somebody can wait.
struct ProposalComparer: Sendable {
    let rulebooks: RulebookStore
    let comparisons: ProposalImpactStore
    let today: @Sendable () -> Day

    /// Goes on until all projects were looked at, or the time is up.
    func goOn(with id: RulebookProposal.ID, for time: Duration) async throws {
        guard let proposal = try await rulebooks.proposal(id) else { return }
        let rulebook = try Rulebook(stored: proposal.yaml)
        let end = ContinuousClock.now.advanced(by: time)
        while try await comparisons.carryOn(id, by: rulebook, today: today()), !Task.isCancelled {
            if ContinuousClock.now >= end { return }
        }
    }
}
