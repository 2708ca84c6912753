import Forms
import Foundation

/// What was recorded of an issue, with who did it, why, and what belongs to it; the page tells them as a story (ISS-4).
struct IssueStep: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case happening(IssueHappening)
        /// Somebody else sees it through from here on (ACC-9).
        case handedOver
        /// It was found out whose it is.
        case identified
        /// The customer said more about it by the link (FBK-1).
        case customerAdded
    }

    let kind: Kind
    let at: Date
    var by: MemberName?
    var text = ""
    /// What the customer gets for it, and who approved that (ISS-6).
    var amount: Money?
    /// Who approved the amount, or whom it was handed to.
    var member: MemberName?
    var order: WorkOrder.ID?

    /// What bears on what may follow.
    var event: IssueEvent? {
        switch kind {
        case .happening(let happening): IssueEvent(happening, at: at)
        case .handedOver, .identified, .customerAdded: nil
        }
    }

    /// The word under which it is stored and told.
    var name: String {
        switch kind {
        case .happening(let happening): happening.row.kind
        case .handedOver: "handed-over"
        case .identified: "identified"
        case .customerAdded: "customer-added"
        }
    }
}

extension [IssueStep] {
    /// The last work order that was asked for since it was raised, or opened again.
    var orderSinceOpening: WorkOrder.ID? {
        reversed().prefix { $0.event?.happening.isReopening != true }.lazy.compactMap(\.order).first
    }
}

extension IssueLife {
    /// As the steps say it.
    /// - Throws: `UnreadableValue` when they do not begin with what was raised.
    init(_ steps: [IssueStep]) throws {
        guard let life = IssueLife(steps.compactMap(\.event)) else { throw UnreadableValue.text("kind") }
        self = life
    }
}
