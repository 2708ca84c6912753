import Forms

/// The form of an approval, with a manager's note for the visit.
enum WorkOrderApprovalForm {
    static let remark = Field<String>.text("remark", maximum: 200, hint: true)
    static let form = Form("work-order-approval", [remark])
}

/// The form of a refusal, with the reason for the customer.
enum WorkOrderRefusalForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true, hint: true)
    static let form = Form("work-order-refusal", [reason])
}

/// The form of a cancellation, with the reason.
enum WorkOrderCancellationForm {
    static let reason = Field<String>.textArea("because", maximum: 500, required: true, hint: true)
    static let form = Form("work-order-cancellation", [reason])
}

/// The forms of an order's page: blank, or as posted after an error.
struct WorkOrderDecisionForms: Sendable {
    var approval = PostedForm.opened(WorkOrderApprovalForm.form.blank)
    var refusal = PostedForm.opened(WorkOrderRefusalForm.form.blank)
    var cancellation = PostedForm.opened(WorkOrderCancellationForm.form.blank)
    /// Text typed for a step that is no longer possible, so that it is not lost (UX-2).
    var missed: String?

    /// The form with an error, or else any.
    var wrong: BoundForm { [approval, refusal, cancellation].map(\.bound).first { !$0.isValid } ?? approval.bound }
}
