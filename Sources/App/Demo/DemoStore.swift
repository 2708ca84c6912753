import Forms
import Foundation
import GRDB
import Rulebooks

/// Writes demo customers and projects, with follow-ups done and owed.
struct DemoStore: Sendable {
    let database: AppDatabase
    let company: Company
    let planSync: PlanSync
    let now: Date

    private var today: Day { Day(now, in: company.zone) }

    /// Adds projects `from..<until` in one transaction.
    func addProjects(_ range: Range<Int>, of total: Int, staff: DemoStaff, _ random: inout DemoRandom) throws {
        var chance = random
        try database.writeNow { db in
            var questionnaires: [String: Int] = [:]
            for serial in range {
                let id = try addProject(db, serial, staff: staff, &chance)
                try planSync.replan(db, project: id, today: today)
                for followUp in try pastFollowUps(db, project: id) {
                    try settle(db, followUp, &questionnaires, &chance)
                }
            }
        }
        random = chance
    }

    private func addProject(
        _ db: Database, _ serial: Int, staff: DemoStaff, _ random: inout DemoRandom
    ) throws -> Project.ID {
        let start = today.adding(days: -startedAgo(serial, &random))
        let registered = start.adding(days: -random.number(20...45))
        let stamp = Stamp(
            member: staff.administrator, at: min(now, registered.start(in: company.zone).addingTimeInterval(36000)),
            address: "console")
        let agent = staff.agents[serial % max(1, staff.agents.count)]
        let address = DemoNames.address(&random)
        let details = CustomerDetails(
            name: DemoNames.person(&random), formOfAddress: random.isTrue(in: 50) ? .mr : .ms,
            phones: [DemoNames.mobile(serial, &random)].compactMap { $0 }, address: address,
            grade: random.pick([.a, .b, .b, .c, .c, .c], or: .c), isKey: random.isTrue(in: 6),
            agreesToSMS: random.isTrue(in: 70), knownBy: [agent, random.pick(staff.designers, or: agent)], notes: "")
        let customer = try CustomerStore.insert(db, details, stamp)
        let life = DemoLife(start: start, today: today, &random)
        let project = NewProject(
            details: ProjectDetails(
                number: "GC\(start.year)-\(String(serial + 1001))",
                kind: random.pick(company.rulebook.projectKinds, or: ""),
                siteAddress: address, agentID: agent, productModel: "", serialNumber: "", warrantyOverride: nil),
            milestones: life.milestones,
            people: [
                .designer: random.pick(staff.designers, or: agent),
                .inspector: random.pick(staff.inspectors, or: agent),
                .projectManager: random.pick(staff.projectManagers, or: agent),
                .foreman: random.pick(staff.foremen, or: agent),
            ])
        return try ProjectStore.insert(db, project, of: customer, today: registered, stamp)
    }

    /// Days since the start of work: the first projects cover each stage, so that a small company shows all of them.
    private func startedAgo(_ serial: Int, _ random: inout DemoRandom) -> Int {
        let stages = [11, 13, 14, 55, 62, 100, 104, 118, 125, 205, 290, 390, -12, 480, 740]
        return serial < stages.count ? stages[serial] : random.number(-20...1700)
    }

    private struct PastFollowUp {
        let id: FollowUp.ID
        let project: Project.ID
        let agent: Member.ID
        let questionnaire: String
        let opens: Day
        let closes: Day
    }

    private func pastFollowUps(_ db: Database, project: Project.ID) throws -> [PastFollowUp] {
        try StoredRow.fetchAll(
            db,
            cached: """
                SELECT id, agent_id, questionnaire, opens_on, closes_on FROM follow_up
                WHERE project_id = ? AND opens_on <= ? AND is_tentative = 0
                """,
            arguments: [project, today]
        ) {
            PastFollowUp(
                id: try $0.value("id"), project: project, agent: try $0.value("agent_id"),
                questionnaire: try $0.value("questionnaire"),
                opens: try $0.value("opens_on"), closes: try $0.value("closes_on"))
        }
    }

    /// Completes most of what was owed; a few follow-ups stay late, get a callback, or could not be reached.
    private func settle(
        _ db: Database, _ followUp: PastFollowUp, _ questionnaires: inout [String: Int], _ random: inout DemoRandom
    ) throws {
        let isPast = followUp.closes < today
        let isLongPast = followUp.closes < today.adding(days: -30)
        switch random.number(0...99) {
        case 0..<(isLongPast ? 100 : isPast ? 80 : 30): try fill(db, followUp, &questionnaires, &random)
        case 90..<97: try tryInVain(db, followUp, times: isPast ? 3 : 1, &random)
        case 97..<100 where !isPast: try promise(db, followUp, &random)
        default: break
        }
    }

    private func fill(
        _ db: Database, _ followUp: PastFollowUp, _ questionnaires: inout [String: Int], _ random: inout DemoRandom
    ) throws {
        guard let questionnaire = company.rulebook.questionnaire(followUp.questionnaire) else { return }
        let last = min(followUp.closes, today)
        let day = followUp.opens.adding(days: random.number(0...max(0, last - followUp.opens)))
        let minutes = random.number(600...680)
        let at = min(now, day.start(in: company.zone).addingTimeInterval(Double(minutes * 60)))
        let version = try questionnaires[questionnaire.id] ?? SheetStore.keep(questionnaire, db, at: at)
        questionnaires[questionnaire.id] = version
        try SheetStore.store(
            db, DemoAnswers.content(questionnaire, &random), of: followUp.id, by: followUp.agent,
            questionnaire: version,
            at: at, sealsAt: company.rulebook.filingDeadline(after: at, in: company.zone), on: day)
    }

    private func tryInVain(
        _ db: Database, _ followUp: PastFollowUp, times: Int, _ random: inout DemoRandom
    ) throws {
        var last = Attempt.Outcome.noAnswer
        for number in 0..<times {
            let outcome = random.pick([.noAnswer, .busy, .refused], or: Attempt.Outcome.noAnswer)
            last = outcome
            try db.execute(
                cached: "INSERT INTO attempt (follow_up_id, at, member_id, outcome) VALUES (?, ?, ?, ?)",
                arguments: [
                    followUp.id, now.addingTimeInterval(Double(-86400 * (times - number))), followUp.agent,
                    outcome.rawValue,
                ])
        }
        let isGivenUp = times >= company.rulebook.attemptsBeforeHandover
        try db.execute(
            cached: "UPDATE follow_up SET state = ?, last_outcome = ? WHERE id = ?",
            arguments: [isGivenUp ? "unreachable" : "owed", last.rawValue, followUp.id])
    }

    private func promise(_ db: Database, _ followUp: PastFollowUp, _ random: inout DemoRandom) throws {
        let at = now.addingTimeInterval(Double(random.number(1...6)) * 1800)
        try db.execute(
            cached: "UPDATE follow_up SET callback_at = ?, last_outcome = 'call-later' WHERE id = ?",
            arguments: [at, followUp.id])
        try db.execute(
            cached: """
                INSERT INTO attempt (follow_up_id, at, member_id, outcome, callback_at)
                VALUES (?, ?, ?, 'call-later', ?)
                """,
            arguments: [followUp.id, now.addingTimeInterval(-3600), followUp.agent, at])
    }
}
