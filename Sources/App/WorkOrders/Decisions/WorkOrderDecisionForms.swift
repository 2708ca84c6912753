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

/// The forms of an order's page as they are to be shown: blank, or as they were sent when that was refused.
struct WorkOrderDecisionForms: Sendable {
    var approval = WorkOrderApprovalForm.form.blank
    var refusal = WorkOrderRefusalForm.form.blank
    var cancellation = WorkOrderCancellationForm.form.blank
    /// The number that the refused form came with, so that it counts once when it is sent again (UX-3).
    var refused: SubmissionID?

    func submission(of form: BoundForm) -> SubmissionID { form.isValid ? .random() : refused ?? .random() }

    /// The one that was refused, or any.
    var wrong: BoundForm { [approval, refusal, cancellation].first { !$0.isValid } ?? approval }
}
