/// Authorisation: who may do what to which thing in which state (ACC-1). Pages and handlers both ask here, and nowhere
/// else.
enum Permissions {
    static func may(_ member: Member, _ action: Action) -> Bool {
        // Order of the cells: administrator, agent, technician, manager, executive, finance.
        switch action {
        case .seeToday, .seeAccessRequests:
            true
        case .seeStaff, .manageStaff, .seeAudit, .seeCondition, .seeReadings, .file, .excuse, .reassign, .decideAccess,
            .changeRulebook, .changeCalendar:
            byRole(member, x, o, o, o, o, o)
        case .seeCustomers, .seeFollowUps:
            byRole(member, x, x, o, x, x, o)
        case .seeRate:
            byRole(member, x, x, o, o, x, o)
        case .registerCustomers, .showPhones, .seeRulebook:
            byRole(member, x, x, o, o, o, o)
        case .call:
            byRole(member, o, x, o, o, o, o)
        case .work(let followUp):
            member.has(.agent) && followUp.agentID == member.id && followUp.state == .owed
        case .fillSheet(let followUp, let moment, let zone):
            may(member, .work(followUp)) && followUp.hasOpened(by: moment, in: zone)
        case .correct(let sheet):
            sheet.authorID == member.id && !sheet.isSealed
        case .excuseCall(let followUp):
            member.has(.administrator) && followUp.agentID != member.id && followUp.isOpen
        case .decideExcuse(let request):
            member.has(.administrator) && request.memberID != member.id && request.followUp.agentID != member.id
                && request.isPending
        case .askForAccess:
            byRole(member, o, x, o, x, x, o)
        case .decide(let request):
            member.has(.administrator) && request.memberID != member.id && request.state == .pending
        case .changeEquipment:
            may(member, .registerCustomers)
        case .seeWorkOrders:
            byRole(member, x, x, x, x, x, o)
        case .exportWorkOrders:
            byRole(member, x, x, o, x, x, o)
        case .seeWorkOrderBoard:
            byRole(member, x, o, o, x, x, o)
        case .requestWorkOrder:
            byRole(member, x, x, o, x, o, o)
        case .manageWorkOrders:
            byRole(member, x, o, o, x, o, o)
        case .decideOrder(let order):
            // Managers decide for their department, even about what they requested themselves.
            order.state == .requested && leads(member, order.details.department)
                && (order.requestedBy.id != member.id || member.has(.manager))
        case .cancel(let order):
            order.state.mayBecome(.cancelled)
                && (leads(member, order.details.department)
                    || (order.state == .requested && order.requestedBy.id == member.id))
        case .dispatch(let order):
            order.state.takesVisits && leads(member, order.details.department)
        case .arrange(let visit):
            visit.state.isBeforeArrival && leads(member, visit.department)
        case .agreeTime(let visit):
            visit.state.isBeforeArrival && (leads(member, visit.department) || visit.technicianID == member.id)
        case .tellCustomer(let visit):
            may(member, .agreeTime(visit)) || (visit.state.isBeforeArrival && member.has(.agent))
        case .fillInPhone(let orders, let issue):
            // A manager's own work is the department's, whoever the follow-up belongs to.
            may(member, .showPhones)
                || (issue.flatMap(\.department).map { leads(member, $0) } ?? false)
                || orders.contains { leads(member, $0.details.department) }
        case .showContact(let order, let visits):
            may(member, .showPhones) || leads(member, order.details.department)
                || visits.contains { $0.technicianID == member.id && $0.state != .withdrawn }
        case .seeAllVisits:
            byRole(member, x, x, o, o, o, o)
        case .seeVisit(let visit):
            may(member, .seeAllVisits) || visit.technicianID == member.id
                || (member.has(.manager) && member.department == visit.department)
        case .seeVisits:
            byRole(member, x, x, x, x, o, o)
        case .reportVisit(let visit):
            // Contractors have no account: staff report for them.
            may(member, .seeVisit(visit)) && visit.technicianID.map { $0 == member.id } ?? true
        case .seeIssues, .raiseIssue:
            byRole(member, x, x, x, x, x, o)
        case .exportIssues:
            byRole(member, x, x, o, x, x, o)
        case .take(let action, let issue):
            may(member, take: action, issue)
        case .showCaller(let issue):
            may(member, .showPhones) || issue.owner?.id == member.id
                || (issue.department.map { leads(member, $0) } ?? false)
        case .approveCompensation:
            byRole(member, x, o, o, x, x, o) && !member.isLocked
        case .identifyCustomer(let issue):
            issue.project == nil && issue.isOpen && may(member, .seeCustomers)
                && byRole(member, x, x, o, x, o, o)
        case .orderVisit(let issue):
            issue.project != nil && issue.state.isWorkedOn && may(member, .requestWorkOrder)
        case .seeFeedback:
            may(member, .seeFollowUps)
        case .collectFeedback, .handleEnquiries:
            byRole(member, x, x, o, o, o, o)
        case .seeFees:
            byRole(member, x, o, x, o, o, x)
        case .confirmFees:
            byRole(member, o, o, o, o, o, x)
        case .revoke(let grant):
            member.has(.administrator) && grant.memberID != member.id && grant.isInForce
        }
    }

    /// The person who took an issue sees it through; its department answers it; the office may do everything (ISS-1,
    /// ISS-4, ISS-8).
    private static func may(_ member: Member, take action: IssueAction, _ issue: CustomerIssue) -> Bool {
        let seesThrough =
            member.has(.administrator) || issue.owner?.id == member.id || (issue.owner == nil && member.has(.agent))
        let answers = issue.department.map { leads(member, $0) } ?? false
        switch action {
        case .referral, .verification, .closing: return seesThrough
        case .reopening: return seesThrough || member.has(.agent)
        case .categorisation: return seesThrough || answers
        case .acceptance, .handingBack, .transfer, .triage, .answer, .promise, .pause, .resumption, .solution, .dispute:
            return answers
        case .ruling: return member.has(.administrator)
        }
    }

    /// Whether a person decides for a department: its manager, or an administrator.
    private static func leads(_ member: Member, _ department: String) -> Bool {
        member.has(.administrator) || (member.has(.manager) && member.department == department)
    }
}
