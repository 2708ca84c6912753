import Forms
import GRDB
import Rulebooks

// Enums stored as text decode themselves: an unknown value is an `UnreadableValue`, never a row that silently vanishes
// from a list.

extension Attempt.Outcome: DatabaseValueConvertible {}
extension Cash.State: DatabaseValueConvertible {}
extension Channel: DatabaseValueConvertible {}
extension Charge.Kind: DatabaseValueConvertible {}
extension CustomerConfirmation.Manner: DatabaseValueConvertible {}
extension Duty: DatabaseValueConvertible {}
extension EnquiryState: DatabaseValueConvertible {}
extension FeedbackChannel: DatabaseValueConvertible {}
extension FollowUp.StoredState: DatabaseValueConvertible {}
extension FollowUpStep.Kind: DatabaseValueConvertible {}
extension FormOfAddress: DatabaseValueConvertible {}
extension Grade: DatabaseValueConvertible {}
extension Handler: DatabaseValueConvertible {}
extension Handover.Extent.Kind: DatabaseValueConvertible {}
extension IssueDeadline.Kind: DatabaseValueConvertible {}
extension IssueSource: DatabaseValueConvertible {}
extension IssueState: DatabaseValueConvertible {}
extension MilestoneKind: DatabaseValueConvertible {}
extension Photograph.Moment: DatabaseValueConvertible {}
extension ProjectEvent.Name: DatabaseValueConvertible {}
extension Recommendation: DatabaseValueConvertible {}
extension Replacement.What: DatabaseValueConvertible {}
extension Superior: DatabaseValueConvertible {}
extension Urgency: DatabaseValueConvertible {}
extension VisitOutcome: DatabaseValueConvertible {}
extension VisitState: DatabaseValueConvertible {}
extension WarrantyFinding.Source: DatabaseValueConvertible {}
extension WarrantyVerdict: DatabaseValueConvertible {}
extension WorkOrderKind: DatabaseValueConvertible {}
extension WorkOrderSource: DatabaseValueConvertible {}
extension WorkOrderState: DatabaseValueConvertible {}
extension WorkOrderStep.Kind: DatabaseValueConvertible {}
