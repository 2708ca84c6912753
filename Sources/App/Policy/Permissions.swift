/// Who may do what to which thing in which state (ACC-1). Pages and handlers both ask here, and nowhere else.
enum Permissions {
    static func may(_ member: Member, _ action: Action) -> Bool {
        switch action {
        case .seeToday, .seeAccessRequests:
            true
        case .seeStaff, .manageStaff, .seeAudit, .seeCondition, .seeReadings, .file, .excuse, .reassign, .decideAccess,
            .changeRulebook, .changeCalendar:
            member.has(.administrator)
        case .seeCustomers, .seeFollowUps:
            member.hasAny(.administrator, .agent, .manager, .executive)
        case .seeRate:
            member.hasAny(.administrator, .agent, .executive)
        case .registerCustomers, .showPhones, .seeRulebook:
            member.hasAny(.administrator, .agent)
        case .call:
            member.has(.agent)
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
            member.hasAny(.agent, .manager, .executive)
        case .decide(let request):
            member.has(.administrator) && request.memberID != member.id && request.state == .pending
        case .changeEquipment:
            may(member, .registerCustomers)
        case .seeWorkOrders:
            member.hasAny(.administrator, .agent, .manager, .executive, .technician)
        case .exportWorkOrders:
            member.hasAny(.administrator, .agent, .manager, .executive)
        case .seeWorkOrderBoard:
            member.hasAny(.administrator, .manager, .executive)
        case .requestWorkOrder:
            member.hasAny(.administrator, .agent, .manager)
        case .manageWorkOrders:
            member.hasAny(.administrator, .manager)
        case .decideOrder(let order):
            // A manager answers for the department, also for what they themselves asked for.
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
            // A manager's own work is that of the department, wherever it stands in this.
            may(member, .showPhones)
                || (issue.flatMap(\.department).map { leads(member, $0) } ?? false)
                || orders.contains { leads(member, $0.details.department) }
        case .showContact(let order, let visits):
            may(member, .showPhones) || leads(member, order.details.department)
                || visits.contains { $0.technicianID == member.id && $0.state != .withdrawn }
        case .seeVisit(let visit):
            member.hasAny(.administrator, .agent) || visit.technicianID == member.id
                || (member.has(.manager) && member.department == visit.department)
        case .seeVisits:
            member.hasAny(.administrator, .agent, .manager, .technician)
        case .reportVisit(let visit):
            // An outside firm has nobody here: somebody of the staff reports for it.
            may(member, .seeVisit(visit)) && visit.technicianID.map { $0 == member.id } ?? true
        case .seeIssues, .raiseIssue:
            member.hasAny(.administrator, .agent, .manager, .executive, .technician)
        case .exportIssues:
            member.hasAny(.administrator, .agent, .manager, .executive)
        case .take(let action, let issue):
            may(member, take: action, issue)
        case .showCaller(let issue):
            may(member, .showPhones) || issue.owner?.id == member.id
                || (issue.department.map { leads(member, $0) } ?? false)
        case .identifyCustomer(let issue):
            issue.project == nil && issue.isOpen && may(member, .seeCustomers)
                && member.hasAny(.administrator, .agent, .manager)
        case .orderVisit(let issue):
            issue.project != nil && issue.state.isWorkedOn && may(member, .requestWorkOrder)
        case .seeFeedback:
            may(member, .seeFollowUps)
        case .collectFeedback, .handleEnquiries:
            member.hasAny(.administrator, .agent)
        case .seeFees:
            member.hasAny(.administrator, .finance, .technician)
        case .confirmFees:
            member.has(.finance)
        case .revoke(let grant):
            member.has(.administrator) && grant.memberID != member.id && grant.isInForce
        }
    }

    /// Who took an issue first sees it through; its department answers it; the office rules (ISS-1, ISS-4, ISS-8).
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

    /// Which issues a person sees: managers those of their department, everybody those that they took.
    static func issues(for member: Member) -> IssueScope {
        IssueScope(
            isComplete: member.hasAny(.administrator, .agent, .executive),
            department: member.has(.manager) ? member.department : nil, member: member.id)
    }

    /// For whom and for which projects a person may write something down: whoever sees customers for all of them,
    /// technicians for those that they were sent to (ACC-12).
    static func sites(for member: Member) -> SiteSight {
        if may(member, .seeCustomers) { return .all }
        return member.has(.technician) ? .visited(by: member.id) : .none
    }

    /// Whether a person decides for a department: its manager, or an administrator.
    private static func leads(_ member: Member, _ department: String) -> Bool {
        member.has(.administrator) || (member.has(.manager) && member.department == department)
    }

    /// Which work orders a person sees: managers those of their department, technicians those they were sent to.
    static func workOrders(for member: Member) -> WorkOrderScope {
        WorkOrderScope(
            isComplete: member.hasAny(.administrator, .agent, .executive),
            department: member.has(.manager) ? member.department : nil,
            technician: member.has(.technician) ? member.id : nil)
    }

    /// On what ground a person may read the content of a record, if at all (ACC-2, ACC-3).
    /// - Parameter grants: the person's grants for this record that are in force at this moment.
    static func reading(of sheet: SheetFacts, by member: Member, grants: [AccessGrant]) -> ReadingGround? {
        if sheet.authorID == member.id, !sheet.isSealed { return .author }
        if member.has(.administrator) { return .administrator }
        if let grant = grants.first { return .grant(grant.id) }
        return nil
    }

    /// On what ground a person may read what a customer said: a sibling of the follow-up records (ACC-2, ACC-3).
    /// - Parameter grants: the person's grants for it that are in force at this moment.
    static func reading(
        of feedback: Feedback, isSealed: Bool, by member: Member, grants: [AccessGrant]
    ) -> ReadingGround? {
        if !isSealed, feedback.agent.id == member.id || feedback.enteredBy?.id == member.id { return .agent }
        if member.has(.administrator) { return .administrator }
        if let grant = grants.first { return .grant(grant.id) }
        return nil
    }

    /// Which access requests a person sees: administrators all of them, everybody else their own.
    static func accessRequests(for member: Member) -> Rows {
        member.has(.administrator) ? .all : .ofMember(member.id)
    }

    /// Whose follow-up rate a person sees: administrators and executives everybody's, agents their own (CAD-5).
    static func rates(for member: Member) -> Rows {
        member.hasAny(.administrator, .executive) ? .all : .ofMember(member.id)
    }

    /// Whose cash a person sees: finance and administrators everybody's, technicians their own (SVC-4).
    static func fees(for member: Member) -> Rows {
        member.hasAny(.administrator, .finance) ? .all : .ofMember(member.id)
    }

    /// Which follow-ups a person works on today; administrators see those that were handed to them as well.
    static func today(for member: Member) -> Rows { .ofMember(member.id) }
}

/// The rows of a table that a person may see.
enum Rows: Sendable, Hashable {
    case all
    case ofMember(Member.ID)
}

/// The work orders that a person may see: all, else those of a department and those of a technician.
struct WorkOrderScope: Sendable, Hashable {
    let isComplete: Bool
    let department: String?
    let technician: Member.ID?

    /// Whether it is seen whoever was sent.
    func shows(_ order: WorkOrder) -> Bool { isComplete || order.details.department == department }
}

/// The customers and projects that a person may open a form for.
enum SiteSight: Sendable, Hashable {
    case all
    case visited(by: Member.ID)
    case none
}

/// The issues that a person may see: all, else those of a department and those that the person sees through.
struct IssueScope: Sendable, Hashable {
    let isComplete: Bool
    let department: String?
    let member: Member.ID

    func shows(_ issue: CustomerIssue) -> Bool {
        isComplete || issue.owner?.id == member || (department != nil && issue.department == department)
    }
}

/// Why somebody may read a record's content; it is written into the audit entry of the reading.
enum ReadingGround: Sendable, Hashable {
    case author
    /// Of the project whose customer said it, or whoever entered it.
    case agent
    case administrator
    case grant(AccessGrant.ID)
}
