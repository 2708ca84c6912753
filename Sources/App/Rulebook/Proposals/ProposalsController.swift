import Forms
import Foundation
import Hummingbird
import NIOCore
import Rulebooks

/// Changes of the rulebook: submit a proposal, see its impact, put it into force.
struct ProposalsController: Sendable {
    let rulebooks: RulebookStore
    let comparisons: ProposalImpactStore
    let comparing: ProposalComparer
    let wakeSignal: WakeSignal
    let pages: PageResponder

    /// Maximum time of a comparison within a request; the rest runs in the background.
    private static let patience = Duration.seconds(2)

    private static let limits: FormLimits = {
        var limits = FormLimits()
        limits.multipartBytes = 2 << 20
        limits.valueBytes = 1 << 20
        return limits
    }()

    @Sendable func new(_ request: Request, _ context: MemberContext) async throws -> Response {
        let page = NewProposalPage(rulebooks.rules.rulebook.yaml, words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }

    @Sendable func backToForm(_ request: Request, _ context: MemberContext) async throws -> Response {
        .seeOther(Paths.newProposal)
    }

    /// Not by `take`: a document is uploaded or pasted, not typed into fields.
    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let form = try await form(request)
        let entered = SubmittedForm(fields: form.fields, of: request)
        try SameOpener.demand(entered.fields, context)
        let submission = try entered.submission()
        let handedIn = UploadedRulebook(
            pasted: form["yaml"] ?? "", file: form.files.first.map { Array($0.bytes.readableBytesView) },
            inForce: rulebooks.rules.rulebook.yaml)
        switch handedIn.outcome {
        case .sound(let rulebook):
            return .seeOther(try await propose(rulebook, submission, context))
        case .mistaken, .unreadable:
            let page = NewProposalPage(handedIn, submission: submission, words: pages.words(for: context))
            return try await pages.show(page, to: context, status: .unprocessableContent)
        }
    }

    /// Rollback: proposes an older version again.
    @Sendable func restore(_ request: Request, _ context: MemberContext) async throws -> Response {
        let submission = try await request.submission()
        let version = try await rulebooks.version(context.number("id")).orNotFound()
        return .seeOther(try await propose(Rulebook(stored: version.yaml), submission, context))
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await show(.opened(EnforcementForm.form.blank), context)
    }

    @Sendable func putIntoForce(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await pages.take(EnforcementForm.form, from: request, context) {
            $0[EnforcementForm.reason]
        } again: { form in
            try await show(form, context)
        } store: { reason, form in
            let path = try await rulebooks.putIntoForce(
                context.id(), instead: form.baseVersion(), because: reason, form.submission, context.stamp)
            wakeSignal.ring()
            return .seeOther(path, notice: "notice.rulebook-in-force")
        }
    }

    private func form(_ request: Request) async throws -> FormData {
        do throws(FormProblem) {
            return try await FormReader(limits: Self.limits).read(request)
        } catch {
            throw Refusal(error)
        }
    }

    private func propose(
        _ rulebook: Rulebook, _ submission: SubmissionID, _ context: MemberContext
    ) async throws -> String { try await rulebooks.propose(rulebook, submission, context.stamp) }

    private func show(_ form: PostedForm, _ context: MemberContext) async throws -> Response {
        guard let proposal = try await rulebooks.proposal(context.id()),
            let inForce = try await rulebooks.versions().first
        else { throw Refusal.notFound }
        var comparison = try await comparisons.find(proposal, against: inForce.id)
        if !comparison.isFinished, proposal.versionID == nil {
            try await comparing.goOn(with: proposal.id, for: Self.patience)
            comparison = try await comparisons.find(proposal, against: inForce.id)
            if !comparison.isFinished { wakeSignal.ring() }
        }
        let page = ProposalPage(
            proposal, try Rulebook(stored: proposal.yaml), inForce, try Rulebook(stored: inForce.yaml), comparison,
            form, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: form.status)
    }
}
