import Forms
import Foundation
import Rulebooks
import Testing

@testable import App

/// Every form of the app with everything that it can offer, for tests that walk all fields. A new form is added here, and
/// to `KnownForm` or `FormSubmissions` beside it with what somebody types.
enum EveryForm {
    static func all() throws -> [Form] {
        let order = try order(.approved)
        let rulebook = try Rulebook.pack("decoration")
        let today = Day(TestClock.start, in: .gmt)
        let options = ProjectOptions(rulebook, [])
        return [
            SignInForm.form, SetUpForm.form, PasswordForm.form, MemberForm.form([]),
            CustomerForm.form(staff: [], asksAboutPhone: true),
            ProjectForm.registration(options, today: today),
            ProjectForm.correction(options, today: today, mayReassign: true),
            MilestonesForm.form(today: today), AssignmentForm.form(staff: [], today: today),
            AttemptForm.form, ExcuseForm.form, ExcuseRequestForm.form, ExcuseRefusalForm.form,
            ReinstatementForm.form([]), CallHandoverForm.form([]),
            HandoverForm.form([], today: today, asksWhy: true), AccessRequestForm.form(rulebook.grants),
            ApprovalForm.form(request, records: [], rulebook.grants), RefusalForm.form,
            RevocationForm.form, PreviewForm.form, EnforcementForm.form, ArrangementForm.form(year: 2027),
            EquipmentForm.form(today: today, isThere: true),
            WorkOrderForm.form(WorkOrderOptions(rulebook, []), now: TestClock.start, in: .gmt),
            WorkOrderApprovalForm.form, WorkOrderRefusalForm.form, WorkOrderCancellationForm.form,
            DispatchForm.form(for: order, [], today: today, asksDespiteClash: true),
            AppointmentForm.form(today: today, asksDespiteClash: true), WithdrawalForm.form,
            PhotographForm.form, FindingForm.form, ReplacementsForm.form, SiteForm.form, ConfirmationForm.form,
            HandingInForm.form, FeedbackForm.entry(today: today), FeedbackForm.form, FeedbackAdditionForm.form,
            FeedbackLinksForm.form([]) { _ in "" }, MessageForm.form(.enquiry), MessageForm.form(.complaint),
            FeeConfirmationForm.form(handedIn: .zero), ListQuery.noFilter, IssueFilter.form, WorkOrderFilter.form,
            FollowUpFilter.form, FeedbackFilter.form, EnquiryFilter.form, CustomerFilter.form, StaffFilter.form,
            AuditFilter.form,
        ] + (try visits(rulebook)) + issues(rulebook)
            + EnquiryAction.allCases.map { EnquiryActionForm.form($0, today: today) }
            + rulebook.questionnaires.map { CorrectionForm($0).form }
    }

    /// One for a whole project, which an approval can narrow.
    private static let request = AccessRequest(
        id: 1, memberID: 1, memberName: "", projectID: 1, projectNumber: "", customerName: "", record: nil,
        stage: nil, feedbackNumber: nil, reason: "", hours: 1, requestedAt: TestClock.start, state: .pending,
        grant: nil, refusal: nil)

    static func order(_ state: WorkOrderState) throws -> WorkOrder {
        WorkOrder(
            id: 1, number: "", project: ProjectNumber(id: 1, number: "", siteAddress: ""),
            customer: CustomerName(id: 1, name: "", formOfAddress: .none),
            details: WorkOrderDetails(
                kind: .repair, department: "", urgency: .ordinary, source: .phone, followUpID: nil, equipmentID: nil,
                symptom: "", contactName: "", contactPhone: try #require(PhoneNumber(typed: "95588")), siteAddress: "",
                wish: "",
                tools: "", receivedAt: TestClock.start),
            arriveBy: TestClock.start, requestedBy: MemberName(id: 1, name: ""), requestedAt: TestClock.start,
            state: state, isAwaited: true, version: 1)
    }

    /// The catalogue keys that the labels and hints of a form name, options included.
    static func keys(of form: Form) -> [String] { form.fields.flatMap(keys(of:)) }

    private static func keys(of field: FieldDefinition) -> [String] {
        ([field.label] + [field.hint].compactMap { $0 } + options(of: field.kind)).compactMap { label in
            switch label {
            case .key(let key): key
            case .text, .name: nil
            }
        } + columns(of: field.kind).flatMap(keys(of:))
    }

    private static func options(of kind: FieldKind) -> [Label] {
        switch kind {
        case .choice(let choices), .choices(let choices), .scale(let choices), .person(let choices):
            choices.map(\.label)
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .flag, .signature, .rows: []
        }
    }

    private static func columns(of kind: FieldKind) -> [FieldDefinition] {
        switch kind {
        case .rows(let columns, _): columns
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .flag, .choice, .choices, .scale,
            .person, .signature:
            []
        }
    }
}
