import Forms

/// What a manager wants to be borne in mind when somebody goes.
enum WorkOrderApprovalForm {
    static let remark = Field<String>.text("remark", maximum: 200, hint: true)
    static let form = Form("work-order-approval", [remark])
}

/// Why nobody goes; the customer is to be told.
enum WorkOrderRefusalForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true, hint: true)
    static let form = Form("work-order-refusal", [reason])
}

/// Why an order is given up.
enum WorkOrderCancellationForm {
    static let reason = Field<String>.textArea("because", maximum: 500, required: true, hint: true)
    static let form = Form("work-order-cancellation", [reason])
}

/// The forms of an order's page as they are to be shown: blank, or as they were posted when that was refused.
struct WorkOrderDecisionForms: Sendable {
    var approval = PostedForm.opened(WorkOrderApprovalForm.form.blank)
    var refusal = PostedForm.opened(WorkOrderRefusalForm.form.blank)
    var cancellation = PostedForm.opened(WorkOrderCancellationForm.form.blank)
    /// What was typed for a step that the order has left behind, so that it is not lost (UX-2).
    var missed: String?

    /// The one that was refused, or any.
    var wrong: BoundForm { [approval, refusal, cancellation].map(\.bound).first { !$0.isValid } ?? approval.bound }
}
