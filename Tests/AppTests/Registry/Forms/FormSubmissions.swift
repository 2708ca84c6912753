import Forms
import Foundation
import Rulebooks
import Testing

@testable import App

/// Everything that can be done with a form, filled so that it is taken, in a company where there is something to do.
struct FormSubmissions: Sendable {
    struct Deed: Sendable, CustomTestStringConvertible {
        let name: String
        let who: Staff
        /// The page with the form.
        let page: @Sendable (FormSubmissions) -> String
        let action: @Sendable (FormSubmissions) -> String
        var typed: @Sendable (FormSubmissions) -> [String: Typed] = { _ in [:] }
        var button: String?
        /// Whether the form carries a number of its own, so that sent twice it counts once.
        var hasSubmission = true

        var testDescription: String { name }
    }

    let company: TestCompany
    let customer: Customer.ID
    let project: Project.ID
    let owed: FollowUp
    let excused: FollowUp
    let filled: FollowUp
    let pending: AccessRequest.ID
    let granted: AccessRequest.ID
    let grant: AccessGrant.ID
    let requested: WorkOrder.ID
    let approved: WorkOrder.ID
    let sent: WorkOrder.ID
    let visit: Visit.ID
    let raisedIssue: CustomerIssue.ID
    let referredIssue: CustomerIssue.ID
    let solvedIssue: CustomerIssue.ID

    static func make() async throws -> FormSubmissions {
        let company = try await TestCompany()
        let filled = try await company.filledCall("HF-1", saying: "zqx0001w")
        let owed = try await company.owedCall("HF-2", customer: "李四")
        let excused = try await company.owedCall("HF-3", customer: "张三")
        _ = try await company.followUps.excuse(
            excused.id, because: "客户要求不再回访", .random(), try company.stamp(.admin))
        let granted = try await company.ask(.manager, toRead: filled)
        let grant = try await company.approve(granted)
        _ = try await company.app.memberStore.lock(
            try company.member(.finance).id, .random(), try company.stamp(.admin))
        let sent = try await company.approvedOrder()
        let solved = try await company.referredIssue()
        try await company.take(IssueActionInput(action: .acceptance), on: solved, as: .manager)
        try await company.take(IssueActionInput(action: .solution, text: "已修好"), on: solved, as: .manager)
        return FormSubmissions(
            company: company, customer: owed.customerID, project: owed.projectID, owed: owed, excused: excused,
            filled: filled, pending: try await company.ask(.executive, toRead: filled), granted: granted, grant: grant,
            requested: try await company.requestOrder(for: owed.projectID),
            approved: try await company.approvedOrder(), sent: sent,
            visit: try await company.dispatch(sent, isCustomerTold: false),
            raisedIssue: try await company.raiseIssue(), referredIssue: try await company.referredIssue(),
            solvedIssue: solved)
    }

    func id(_ one: Staff) -> Member.ID { (try? company.member(one).id) ?? 0 }

    static let all: [Deed] = customers + followUps + workOrders + issues + access + accounts

    private static let customers: [Deed] = [
        Deed(
            name: "register a customer", who: .agent, page: { _ in Paths.newCustomer },
            action: { _ in Paths.customers },
            typed: {
                [
                    "name": "赵六", "phones.0.number": "13711112222",
                    "known-by": Typed([$0.id(.agent), $0.id(.agent2)].map(String.init)),
                ]
            }),
        Deed(
            name: "correct a customer", who: .agent, page: { Paths.customerEdit($0.customer) },
            action: { Paths.customer($0.customer) }, typed: { _ in ["notes": "改过"] }),
        Deed(
            name: "show phones", who: .agent, page: { Paths.customer($0.customer) },
            action: { Paths.customerPhones($0.customer) }, hasSubmission: false),
        Deed(
            name: "register a project", who: .agent, page: { Paths.newProject(customer: $0.customer) },
            action: { Paths.projects(customer: $0.customer) },
            typed: { ["number": "HF-NEW", "kind": "renovation", "agent": Typed(String($0.id(.agent)))] }),
        Deed(
            name: "correct a project", who: .agent, page: { Paths.projectEdit($0.project) },
            action: { Paths.project($0.project) }, typed: { _ in ["site-address": "新址"] }),
        Deed(
            name: "change milestones", who: .agent, page: { Paths.milestones($0.project) },
            action: { Paths.milestones($0.project) }, typed: { _ in ["planned-completed": "2027-03-01"] }),
        Deed(
            name: "put somebody on a project", who: .agent, page: { Paths.people($0.project) },
            action: { Paths.people($0.project) },
            typed: { ["duty": "foreman", "member": Typed(String($0.id(.technician)))] }),
    ]

    private static let followUps: [Deed] = [
        Deed(
            name: "submit a sheet", who: .agent, page: { Paths.sheet($0.owed.id) }, action: { Paths.sheet($0.owed.id) },
            typed: { _ in ["overall": "4", "customerWords": "都好"] }),
        Deed(
            name: "record an attempt", who: .agent, page: { Paths.followUp($0.owed.id) },
            action: { Paths.attempts($0.owed.id) }, button: "no-answer"),
        Deed(
            name: "correct a sheet", who: .agent, page: { Paths.correction($0.filled.id) },
            action: { Paths.correction($0.filled.id) }, typed: { _ in ["customerWords": "改过", "reason": "听错了"] }),
        Deed(
            name: "file a sheet", who: .admin, page: { Paths.followUp($0.filled.id) },
            action: { Paths.filing($0.filled.id) }),
        Deed(
            name: "excuse a follow-up", who: .admin, page: { Paths.followUp($0.owed.id) },
            action: { Paths.excuse($0.owed.id) }, typed: { _ in ["reason": "客户要求不再回访"] }),
        Deed(
            name: "reinstate a follow-up", who: .admin, page: { Paths.followUp($0.excused.id) },
            action: { Paths.reinstatement($0.excused.id) }),
        Deed(
            name: "ask to excuse a follow-up", who: .agent, page: { Paths.followUp($0.owed.id) },
            action: { Paths.excuseRequests($0.owed.id) }, typed: { _ in ["reason": "客户已退单"] }),
        Deed(
            name: "hand a follow-up over", who: .admin, page: { Paths.followUp($0.owed.id) },
            action: { Paths.callHandover($0.owed.id) },
            typed: { ["agent": Typed(String($0.id(.agent2))), "note": "请代为回访"] }),
        Deed(
            name: "hand many follow-ups over", who: .admin,
            page: {
                Paths.with(
                    Paths.memberHandover($0.id(.agent)), [("extent", "for-good"), ("to", String($0.id(.agent2)))])
            },
            action: { Paths.memberHandover($0.id(.agent)) }, typed: { _ in ["reason": "离职"] }),
    ]

    private static let access: [Deed] = [
        Deed(
            name: "ask for access", who: .agent2, page: { Paths.newAccessRequest(.record(.followUp($0.filled.id))) },
            action: { _ in Paths.accessRequests }, typed: { _ in ["reason": "核对客户投诉中提到的工期"] }),
        Deed(
            name: "approve a request", who: .admin, page: { Paths.accessRequest($0.pending) },
            action: { Paths.approval($0.pending) }),
        Deed(
            name: "refuse a request", who: .admin, page: { Paths.accessRequest($0.pending) },
            action: { Paths.refusal($0.pending) }, typed: { _ in ["reason": "理由不充分"] }),
        Deed(
            name: "revoke a grant", who: .admin, page: { Paths.accessRequest($0.granted) },
            action: { Paths.revocation($0.grant) }, typed: { _ in ["reason": "已核对完毕"] }),
    ]

    private static let accounts: [Deed] = [
        Deed(
            name: "add a member", who: .admin, page: { _ in Paths.newMember }, action: { _ in Paths.staff },
            typed: { _ in ["name": "新人", "username": "newcomer", "roles": "agent"] }),
        Deed(
            name: "correct a member", who: .admin, page: { Paths.member($0.id(.technician)) },
            action: { Paths.member($0.id(.technician)) }, typed: { _ in ["name": "改名"] }),
        Deed(
            name: "reset a password", who: .admin, page: { Paths.member($0.id(.technician)) },
            action: { Paths.memberPassword($0.id(.technician)) }),
        Deed(
            name: "lock a member", who: .admin, page: { Paths.member($0.id(.technician)) },
            action: { Paths.memberLocking($0.id(.technician)) }),
        Deed(
            name: "unlock a member", who: .admin, page: { Paths.member($0.id(.finance)) },
            action: { Paths.memberUnlocking($0.id(.finance)) }),
        Deed(
            name: "change a password", who: .technician, page: { _ in Paths.password }, action: { _ in Paths.password },
            typed: { _ in
                [
                    "current": Typed(TestCompany.password), "password": "another long battery",
                    "repeated": "another long battery",
                ]
            }),
        Deed(
            name: "sign out everywhere", who: .technician, page: { _ in Paths.sessions },
            action: { _ in Paths.sessionsEnding }, hasSubmission: false),
    ]
}
