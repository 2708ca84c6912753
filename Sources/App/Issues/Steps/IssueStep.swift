import Forms
import Foundation

/// A recorded step of an issue, with who, why and its values; the page shows them as a history (ISS-4).
struct IssueStep: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case happening(IssueHappening)
        /// Another member sees it through from here on (ACC-9).
        case handedOver
        /// It was matched to its customer.
        case identified
        /// The customer added something by the feedback link (FBK-1).
        case customerAdded
    }

    let kind: Kind
    let at: Date
    var by: MemberName?
    var text = ""
    /// Compensation, and who approved it (ISS-6).
    var amount: Money?
    /// Who approved the compensation, or took the issue over.
    var member: MemberName?
    var order: WorkOrder.ID?

    /// The event of the state machine; nil for steps that do not affect it.
    var event: IssueEvent? {
        switch kind {
        case .happening(let happening): IssueEvent(happening, at: at)
        case .handedOver, .identified, .customerAdded: nil
        }
    }

    /// The name under which it is stored and shown.
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
    /// The latest work order requested since it was raised or reopened.
    var orderSinceOpening: WorkOrder.ID? {
        // An order of before may still be visited: its steps name it, too.
        reversed().prefix { $0.event?.happening.isReopening != true }.first { $0.kind == .happening(.ordered) }?.order
    }
}

extension IssueLife {
    /// Replays the steps.
    /// - Throws: `UnreadableValue` when they do not begin with raising.
    init(_ steps: [IssueStep]) throws {
        guard let life = IssueLife(steps.compactMap(\.event)) else { throw UnreadableValue.text("kind") }
        self = life
    }
}
