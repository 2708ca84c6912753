/// Row scopes: which rows a person sees (ACC-1, ACC-12).
extension Permissions {
    /// Issues: managers see those of their department, everybody those that they took.
    static func issues(for member: Member) -> IssueScope {
        IssueScope(
            isComplete: byRole(member, x, x, o, o, x, o),
            department: member.has(.manager) ? member.department : nil, member: member.id)
    }

    /// For whom and which projects a person may open a form: office staff for all, technicians for those that they were
    /// sent to (ACC-12).
    static func sites(for member: Member) -> SiteSight {
        if may(member, .seeCustomers) { return .all }
        return member.has(.technician) ? .visited(by: member.id) : .none
    }

    /// Work orders: managers see those of their department, technicians those they were sent to.
    static func workOrders(for member: Member) -> WorkOrderScope {
        WorkOrderScope(
            isComplete: byRole(member, x, x, o, o, x, o),
            department: member.has(.manager) ? member.department : nil,
            technician: member.has(.technician) ? member.id : nil)
    }

    /// Access requests: administrators see all, everybody else their own.
    static func accessRequests(for member: Member) -> Rows {
        member.has(.administrator) ? .all : .ofMember(member.id)
    }

    /// Follow-up rates: administrators and executives see all, agents their own (CAD-5).
    static func rates(for member: Member) -> Rows {
        byRole(member, x, o, o, o, x, o) ? .all : .ofMember(member.id)
    }

    /// Cash: finance and administrators see all, technicians their own (SVC-4).
    static func fees(for member: Member) -> Rows {
        byRole(member, x, o, o, o, o, x) ? .all : .ofMember(member.id)
    }

    /// Today's work list: one's own follow-ups; for administrators also those handed over to them.
    static func today(for member: Member) -> Rows { .ofMember(member.id) }
}

/// Row scope of a table.
enum Rows: Sendable, Hashable {
    case all
    case ofMember(Member.ID)
}

/// Scope of work orders: all, else those of a department and those of a technician.
struct WorkOrderScope: Sendable, Hashable {
    let isComplete: Bool
    let department: String?
    let technician: Member.ID?

    /// Whether an order is visible regardless of its technicians.
    func shows(_ order: WorkOrder) -> Bool { isComplete || order.details.department == department }
}

/// Scope of customers and projects to open a form for.
enum SiteSight: Sendable, Hashable {
    case all
    case visited(by: Member.ID)
    case none
}

/// Scope of issues: all, else those of a department and those that the person took.
struct IssueScope: Sendable, Hashable {
    let isComplete: Bool
    let department: String?
    let member: Member.ID

    func shows(_ issue: CustomerIssue) -> Bool {
        isComplete || issue.owner?.id == member || (department != nil && issue.department == department)
    }
}
