/// Which rows a person sees (ACC-1, ACC-12).
extension Permissions {
    /// Which issues a person sees: managers those of their department, everybody those that they took.
    static func issues(for member: Member) -> IssueScope {
        IssueScope(
            isComplete: byRole(member, x, x, o, o, x, o),
            department: member.has(.manager) ? member.department : nil, member: member.id)
    }

    /// For whom and for which projects a person may write something down: whoever sees customers for all of them,
    /// technicians for those that they were sent to (ACC-12).
    static func sites(for member: Member) -> SiteSight {
        if may(member, .seeCustomers) { return .all }
        return member.has(.technician) ? .visited(by: member.id) : .none
    }

    /// Which work orders a person sees: managers those of their department, technicians those they were sent to.
    static func workOrders(for member: Member) -> WorkOrderScope {
        WorkOrderScope(
            isComplete: byRole(member, x, x, o, o, x, o),
            department: member.has(.manager) ? member.department : nil,
            technician: member.has(.technician) ? member.id : nil)
    }

    /// Which access requests a person sees: administrators all of them, everybody else their own.
    static func accessRequests(for member: Member) -> Rows {
        member.has(.administrator) ? .all : .ofMember(member.id)
    }

    /// Whose follow-up rate a person sees: administrators and executives everybody's, agents their own (CAD-5).
    static func rates(for member: Member) -> Rows {
        byRole(member, x, o, o, o, x, o) ? .all : .ofMember(member.id)
    }

    /// Whose cash a person sees: finance and administrators everybody's, technicians their own (SVC-4).
    static func fees(for member: Member) -> Rows {
        byRole(member, x, o, o, o, o, x) ? .all : .ofMember(member.id)
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
