/// Everything that a person can be allowed to do, with the thing it is done to where that matters.
enum Action: Sendable {
    case seeToday
    case seeStaff
    case manageStaff
    case seeCustomers
    case registerCustomers
    case showPhones
    case seeFollowUps
    /// Follow customers up on the phone.
    case call
    case exportFollowUps
    /// See how much of what was due was followed up.
    case seeRate
    /// Call, record an attempt, fill the sheet.
    case work(FollowUp)
    case correct(SheetFacts)
    case file
    case excuse
    /// Decide that a call need not be made.
    case excuseCall(FollowUp)
    case decideExcuse(ExcuseRequest)
    case reassign
    case askForAccess
    case seeAccessRequests
    case decideAccess
    case decide(AccessRequest)
    case revoke(AccessGrant)
    case seeReadings
    case seeAudit
    case seeRulebook
    case changeRulebook
    case changeCalendar
    /// See what was ordered, found and done in one going to a site.
    case seeVisit(Visit)
    case seePhotographs
    /// Add photographs to a visit's report, and remove them.
    case photograph(Visit)
}

/// Who may do what to which thing in which state (ACC-1). Pages and handlers both ask here, and nowhere else.
enum Permissions {
    static func may(_ member: Member, _ action: Action) -> Bool {
        switch action {
        case .seeToday, .seeAccessRequests:
            true
        case .seeStaff, .manageStaff, .seeAudit, .seeReadings, .file, .excuse, .reassign, .decideAccess,
            .changeRulebook, .changeCalendar:
            member.has(.administrator)
        case .seeCustomers, .seeFollowUps, .exportFollowUps:
            member.hasAny(.administrator, .agent, .manager, .executive)
        case .seeRate:
            member.hasAny(.administrator, .agent, .executive)
        case .registerCustomers, .showPhones, .seeRulebook:
            member.hasAny(.administrator, .agent)
        case .call:
            member.has(.agent)
        case .work(let followUp):
            member.has(.agent) && followUp.agentID == member.id && followUp.state == .owed
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
        case .seeVisit(let visit):
            member.hasAny(.administrator, .agent) || visit.technicianID == member.id
                || (member.has(.manager) && member.department == visit.department)
        case .seePhotographs:
            member.hasAny(.administrator, .agent, .technician, .manager)
        case .photograph(let visit):
            if let technician = visit.technicianID {
                technician == member.id
            } else {
                // Somebody of the staff files what an outside firm did.
                member.hasAny(.administrator, .agent)
                    || (member.has(.manager) && member.department == visit.department)
            }
        case .revoke(let grant):
            member.has(.administrator) && grant.memberID != member.id && grant.isInForce
        }
    }

    /// On what ground a person may read the content of a record, if at all (ACC-2, ACC-3).
    /// - Parameter grants: the person's grants for this record that are in force at this moment.
    static func reading(of sheet: SheetFacts, by member: Member, grants: [AccessGrant]) -> ReadingGround? {
        if sheet.authorID == member.id, !sheet.isSealed { return .author }
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

    /// Which follow-ups a person works on today; administrators see those that were handed to them as well.
    static func today(for member: Member) -> Rows { .ofMember(member.id) }
}

/// The rows of a table that a person may see.
enum Rows: Sendable, Hashable {
    case all
    case ofMember(Int)
}

/// Why somebody may read a record's content; it is written into the audit entry of the reading.
enum ReadingGround: Sendable, Hashable {
    case author
    case administrator
    case grant(Int)
}
