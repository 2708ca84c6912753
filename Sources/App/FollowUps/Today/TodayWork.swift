/// All that waits for one person today; what is not theirs to see or do is nil or empty.
struct TodayWork: Sendable {
    /// An agent's calls.
    var calls: TodayList?
    /// Why nobody is called at this moment.
    var hours: String?
    /// A technician's going to sites.
    var visits: VisitDay?
    var issues: IssueBoard?
    /// How the issues stand that press most.
    var standings: IssueStandings = [:]
    var enquiries: EnquiriesToday?
    var rates: [AgentRate]?
    /// One's own requests to read that were decided of late.
    var decided: [AccessRequest] = []
    /// What administrators decide: who may read, which calls are not made, and whom nobody reached.
    var pending: [AccessRequest] = []
    var excuses: [ExcuseRequest] = []
    var unreachable: [FollowUp] = []
}
