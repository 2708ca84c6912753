/// One member's work of the day; parts without permission or content are nil or empty.
struct TodayWork: Sendable {
    /// An agent's follow-ups.
    var calls: TodayList?
    /// A technician's visits.
    var visits: VisitDay?
    var issues: IssueBoard?
    /// Deadline standings of the most urgent issues.
    var standings: IssueStandings = [:]
    var enquiries: EnquiriesToday?
    /// Orders that wait for those who decide about them or send somebody.
    var orders: WorkOrderBoard?
    /// Cash that was handed in, for those who confirm it, the oldest first.
    var cash: [OpenCash]?
    var rates: [AgentRate]?
    /// Recent decisions about one's own access requests.
    var decided: [AccessRequest] = []
    /// Pending decisions for administrators: access requests, excuse requests, escalated follow-ups.
    var pending: [AccessRequest] = []
    var excuses: [ExcuseRequest] = []
    var unreachable: [FollowUp] = []
}
