import Forms
import Foundation
import Images
import Rulebooks

@testable import App

/// The keys that the program puts together from a prefix and the name of something that it knows all of.
enum DemandedKeys {
    static let all: [String] =
        ofEnums + ofLists + ofAuditDetails + ofPlans + ofService + ofIssues + ofFeedback + ofDesk + numbered

    private static let ofEnums: [String] = [
        keys("audit.action.", AuditAction.self), keys("audit.kind.", AuditSubject.Kind.self), keys("role.", Role.self),
        keys("follow-up.state.", FollowUp.State.self), keys("access.state.", AccessRequest.State.self),
        keys("attempt.outcome.", Attempt.Outcome.self), keys("attempt.later.", CallbackTimes.Kind.self),
        keys("rate.part.", FollowUpRate.Part.self), keys("call-hours.", NoCallTime.self),
        keys("notice.callback-agreed.", NoCallTime.self),
        keys("follow-up.step.", FollowUpStep.Kind.self), keys("handover.extent.", Handover.Extent.Kind.self),
        keys("milestone.", MilestoneKind.self), keys("duty.", Duty.self), keys("channel.", Channel.self),
        keys("customer.grade.", Grade.self), keys("customer.form-of-address.", FormOfAddress.self),
        keys("language.", Language.self),
        keys("work-order.kind.", WorkOrderKind.self), keys("work-order.urgency.", Urgency.self),
        keys("work-order.source.", WorkOrderSource.self), keys("work-order.state.", WorkOrderState.self),
        keys("work-orders.next.", WorkOrderState.self), keys("work-orders.step.", WorkOrderStep.Kind.self),
        keys("visit.state.", VisitState.self),
        keys("projects.timeline.handled.", Handler.self), keys("staff.filter.", StaffFilter.State.self),
        keys("holiday.", Holiday.self), keys("proposal.problem.", UploadedRulebook.Problem.self),
        keys("proposal.kind.", PlannedChange.Kind.self),
        keys("rulebook-mistake.", RulebookMistake.Code.self), keys("preview.handled-by.", Handler.self),
        keys("photograph.moment.", Photograph.Moment.self), keys("photographs.problem.", ImageProblem.self),
        keys("refusal.photographs-", PhotographsClosed.self), keys("audit.detail.moment.", Photograph.Moment.self),
        keys("sessions.program.", BrowserName.Program.self), keys("sessions.system.", BrowserName.System.self),
    ].flatMap { $0 }

    private static let ofDesk: [String] = [
        keys("desk.", MessageKind.self),
        MessageKind.allCases.flatMap { keys("desk.\($0.rawValue).", ["text", "submit"]) },
        keys("enquiry.state.", EnquiryState.self), keys("enquiries.do.", EnquiryAction.self),
        keys("enquiry.step.", EnquiryAction.self), keys("notice.enquiry-", EnquiryAction.self),
        keys("audit.detail.step.", EnquiryAction.self),
        ["enquiry.step.customer", "audit.detail.step.customer", "audit.subject.enquiry", "refusal.enquiry-done"],
    ].flatMap { $0 }

    private static let ofFeedback: [String] = [
        keys("feedback.", FeedbackAspect.self), keys("feedback.channel.", FeedbackChannel.self),
        keys("audit.detail.channel.", FeedbackChannel.self), keys("feedback.closed.", FeedbackLink.State.self),
        keys("feedback.link.", FeedbackLink.State.self),
        keys("feedback.ground.", ["agent", "administrator", "grant"]),
        keys("feedback.rating.", ["0", "1", "2", "3", "4", "5"]), keys("feedback.recommends.", Recommendation.self),
        keys("refusal.", ["link-used", "link-revoked", "link-closed"]),
    ].flatMap { $0 }

    /// Where the program has the names in a list of its own.
    private static let ofLists: [String] = [
        keys("customers.addressed.", ["mr", "ms"]),
        keys("staff.filter.", ["all"]),
        keys("staff.state.", ["active", "locked", "one-time-password", "without-username"]),
        keys("customers.none-found.", ["title", "text"]), keys("customers.none-yet.", ["title", "text"]),
        keys("projects.section.", ["project", "dates", "people", "dates.text", "people.text"]),
        keys("work-orders.next.", ["requested-mine", "approved-mine"]),
        keys("work-orders.board.", ["to-decide", "to-dispatch", "late", "not-fixed"].flatMap { [$0, $0 + ".none"] }),
        keys(
            "audit.detail.list.",
            ["customers", "staff", "follow-ups", "work-orders", "issues", "feedback", "enquiries", "audit"]),
        keys("readings.ground.", ["author", "agent", "administrator", "grant"]),
        keys("readings.purpose.", ["view", "correction", "two-versions", "draft"]),
        keys("rulebook.script-name.", ["agent", "company", "customer"]),
        keys("rulebook-mistake.shape.", ["mapping", "list", "text"]), keys("rulebook.script.", ["opening", "closing"]),
        keys(
            "rulebook.fact.",
            [
                "title", "hotline", "call-hours", "filing", "attempts", "target", "warranty", "grants", "departments",
                "arrival",
                "fees", "parts", "replaced-part", "kinds", "ratings",
            ]),
        keys(
            "audit.subject.",
            [
                "company", "member", "customer", "project", "follow-up", "access-request", "work-order", "visit",
                "issue",
                "feedback",
            ]),
        keys("follow-ups.column.", ["project", "window", "reason", "channel", "agent", "customer", "stage", "state"]),
        refusals.map { "error-page.\($0).title" }, refusals.map { "error-page.\($0).message" },
        durations,
    ].flatMap { $0 }

    private static let durations = ProjectFolder.required {
        GrantDuration.choices(try Rulebook.pack("decoration").grants).map { "duration." + $0.value }
    }

    private static let refusals = [
        "broken", "not-found", "forbidden", "foreign-origin", "sign-in-required", "malformed", "too-large", "too-slow",
        "unsupported-type", "too-many", "conflict",
    ]

    /// Details whose values are worded one by one.
    private static let ofAuditDetails: [String] = [
        keys("audit.detail.outcome.", Attempt.Outcome.self),
        keys("audit.detail.ground.", ["author", "administrator", "grant"]),
        keys("audit.detail.purpose.", ["view", "correction", "two-versions", "draft"]),
    ].flatMap { $0 }

    private static let ofPlans: [String] =
        PlanReason.Code.allCases.flatMap { code in
            ["at-once", "days", "months"].map { "plan.reason.\(code.rawValue).\($0)" }
        } + keys("plan.circumstance.", Circumstance.self) + keys("project-event.", ProjectEvent.Name.self)

    /// What the steps of service on site are put together from.
    private static let ofService: [String] =
        [
            keys("visits.kind.", WorkOrderKind.self),
            keys("visit-outcome.", VisitOutcome.self), keys("report-step.", ReportStep.self),
            keys("fees.state.", ["taken", "handed-in", "confirmed"]),
            keys("rulebook.fact.parts.", PartsInsideWarranty.self),
            keys("service-reports.warranty-source.", WarrantyFinding.Source.self),
            keys("service-reports.parts-inside.", PartsInsideWarranty.self),
            keys("service-reports.charge.", Charge.Kind.self),
            keys("service-reports.deadline.", ["order", "appointment"]),
            keys("photograph-moment.", ["before", "after", "damage", "floor-plan", "signed-paper"]),
            keys("audit.detail.step.", ReportStep.self), keys("audit.detail.outcome.", VisitOutcome.self),
            keys("audit.detail.manner.", CustomerConfirmation.Manner.self),
        ].flatMap { $0 } + ["audit.detail.page.visit"]

    /// What customers raised: its states, deadlines and steps.
    private static let ofIssues: [String] = [
        keys("issue.state.", IssueState.self), keys("issues.next.", IssueState.self),
        keys("issue.source.", IssueSource.self), keys("issue-refusal.", IssueRefusal.self),
        keys("issues.due.", IssueDeadline.Kind.self), keys("audit.detail.what.", IssueDeadline.Kind.self),
        keys("issues.missed.", Superior.self), keys("audit.detail.told.", Superior.self),
        keys("issues.do.", IssueAction.self), keys("issue-step.waits-for.", IssuePause.self),
        keys("issues.paused.", IssuePause.self),
    ].flatMap { $0 }

    private static let numbered = (1...12).map { "month.\($0)" } + (1...7).map { "weekday.\($0)" }

    private static func keys(_ prefix: String, _ names: [String]) -> [String] { names.map { prefix + $0 } }

    private static func keys<Case: CaseIterable & RawRepresentable>(
        _ prefix: String, _ type: Case.Type
    ) -> [String] where Case.RawValue == String {
        type.allCases.map { prefix + $0.rawValue }
    }
}
