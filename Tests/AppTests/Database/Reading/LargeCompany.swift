import Foundation
import GRDB
import Rulebooks
import Testing

@testable import App

extension TestCompany {
    /// Fills the company with so much that a search through a whole table shows.
    func grow(customers: Int = 1_500, projectsEach: Int = 2, followUpsEach: Int = 10) async throws {
        let (agent, other, manager) = (try member(.agent).id, try member(.agent2).id, try member(.manager).id)
        let rules = app.rules.current
        let terms = try IssueTerms(rules.rulebook, rules.calendar).text
        try await database.write { db in
            try Self.addCustomers(db, customers, by: agent)
            try Self.addProjects(db, each: projectsEach, agents: (agent, other))
            try Self.addFollowUps(db, each: followUpsEach)
            try Self.addRequests(db, by: manager)
            try Self.addWorkOrders(db, each: 8, by: agent)
            try Self.addIssues(db, each: 8, by: (agent, other), under: terms)
            try Self.addFeedback(db, each: 5, by: agent)
            try Self.addEnquiries(db, 30_000)
            try Self.addAuditEntries(db, by: agent)
            for id in 1...customers { try CustomerStore.refreshIndex(db, ID(id)) }
        }
        try database.settle()
    }

    private static let numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"

    private static func addCustomers(_ db: Database, _ count: Int, by member: Member.ID) throws {
        try db.execute(
            sql: """
                \(numbers) INSERT INTO customer (name, form_of_address, grade, is_key, address, created_at, created_by)
                SELECT '客户' || i, 'none', substr('ABC', 1 + i % 3, 1), i % 7 = 0, '幸福路' || i || '号', '2026-01-01', ? FROM n
                """,
            arguments: [count, member])
        try db.execute(
            sql: """
                INSERT INTO customer_phone (customer_id, position, number, digits)
                SELECT id, 0, '138' || (10000000 + id), '138' || (10000000 + id) FROM customer
                """)
    }

    private static func addProjects(_ db: Database, each: Int, agents: (Member.ID, Member.ID)) throws {
        try db.execute(
            sql: """
                \(numbers) INSERT INTO project (number, customer_id, agent_id, kind, registered_on, planned_until, created_at)
                SELECT 'P' || c.id || '-' || i, c.id, iif(c.id % 2, ?, ?), 'renovation', '2026-01-01', '2027-12-31', '2026-01-01'
                FROM n, customer c
                """,
            arguments: [each, agents.0, agents.1])
    }

    /// Most are done; of the others some are planned, due, overdue, promised, given up and excused.
    private static func addFollowUps(_ db: Database, each: Int) throws {
        try db.execute(
            sql: """
                \(numbers), f AS (SELECT p.id, p.agent_id, i, (p.id * 7 + i * 13) % 500 AS age,
                    CASE (p.id + i) % 10 WHEN 0 THEN 'owed' WHEN 1 THEN 'owed' WHEN 2 THEN 'owed'
                        WHEN 3 THEN 'unreachable' WHEN 4 THEN 'not-applicable' ELSE 'done' END AS state FROM n, project p)
                INSERT INTO follow_up (project_id, plan_key, stage, channel, questionnaire, opens_on, closes_on, reason,
                    agent_id, state, done_on, excused_because, callback_at)
                SELECT id, 'k' || i, 'initial', 'phone', 'initial', date('2027-02-01', '-' || age || ' days'),
                    date('2027-02-11', '-' || age || ' days'), '{}', agent_id, state,
                    iif(state = 'done', date('2026-11-20', '-' || age || ' days'), NULL),
                    iif(state = 'not-applicable', '不需要', NULL),
                    iif(state = 'owed' AND id % 50 = 0, '2026-11-23 07:00:00.000', NULL) FROM f
                """,
            arguments: [each])
    }

    private static func addRequests(_ db: Database, by member: Member.ID) throws {
        try db.execute(
            sql: """
                INSERT INTO access_request (member_id, project_id, reason, hours, requested_at, decided_at)
                SELECT ?, id, '核对客户投诉中提到的工期', 24, '2026-06-01 00:00:00.000', iif(id % 200, '2026-06-02 00:00:00.000', NULL)
                FROM project
                """,
            arguments: [member])
    }

    /// Most are closed; of the others some are in every state, with one department and with others, late and in time.
    private static func addIssues(
        _ db: Database, each: Int, by agents: (Member.ID, Member.ID), under terms: String
    ) throws {
        try db.execute(sql: "INSERT INTO issue_terms (id, terms) VALUES (1, ?)", arguments: [terms])
        try db.execute(
            sql: """
                \(numbers), f AS (SELECT p.id, p.customer_id, i, (p.id * 7 + i * 13) % 500 AS age,
                    CASE (p.id + i) % 40 WHEN 0 THEN 'new' WHEN 1 THEN 'referred' WHEN 2 THEN 'accepted'
                        WHEN 3 THEN 'in-progress' WHEN 4 THEN 'solved' WHEN 5 THEN 'verified' WHEN 6 THEN 'reopened'
                        WHEN 7 THEN 'disputed' ELSE 'closed' END AS state FROM n, project p)
                INSERT INTO issue (number, customer_id, project_id, source, words, is_complaint, category, urgency,
                    department, taken_by, owner_id, raised_at, terms_id, state, is_open, is_important, due_at, due_for,
                    misses)
                SELECT 'WT' || id || '-' || i, customer_id, id, 'call', '水槽漏水', (id + i) % 5 = 0, 'repair', 'ordinary',
                    iif(id % 4, 'maintenance', 'sales'), ?, iif(id % 5, ?, ?), datetime('2026-11-23', '-' || age || ' days') || '.000', 1,
                    state, state <> 'closed', (id + i) % 90 = 1,
                    iif(state IN ('closed', 'solved', 'verified'), NULL,
                        datetime('2026-11-26', '-' || (age % 4) || ' days') || '.000'),
                    iif(state IN ('closed', 'solved', 'verified'), NULL, 'answer'), 0 FROM f
                """,
            arguments: [each, agents.0, agents.1, agents.0])
        try db.execute(
            sql: """
                INSERT INTO issue_event (issue_id, number, kind, at, by_id, category)
                SELECT id, 1, 'raised', raised_at, owner_id, category FROM issue
                """)
    }

    /// Over four years, most of it by links; every other project has a link that was never used.
    private static func addFeedback(_ db: Database, each: Int, by member: Member.ID) throws {
        try db.execute(
            sql: """
                \(numbers) INSERT INTO feedback (number, project_id, channel, received_on, submitted_at, entered_by, seals_at)
                SELECT 'FK' || id || '-' || i, id, 'letter', date('2026-11-23', '-' || ((id * 7 + i * 13) % 1500) || ' days'),
                    '2026-11-01', ?, '2026-11-08' FROM n, project
                """,
            arguments: [each, member])
        try db.execute(
            sql: """
                INSERT INTO feedback_content (feedback_id, ratings, problems, suggestions, wants_call, call_when)
                SELECT id, '{}', '', '灯再亮一点', 0, '' FROM feedback;
                INSERT INTO milestone (project_id, kind, happened_on)
                SELECT id, 'warranty-procedure', date('2026-11-23', '-' || (id % 900) || ' days') FROM project;
                INSERT INTO feedback_link (project_id, nonce, token_hash, made_by, made_at, expires_at)
                SELECT id, printf('%016d', id), printf('%064d', id), 1, datetime('2026-11-23', '-' || id || ' hours') || '.000',
                    '2026-12-23 00:00:00.000' FROM project WHERE id % 2
                """)
    }

    /// Most are closed or became customers; one in a hundred is open, in each state and late or in time.
    private static func addEnquiries(_ db: Database, _ count: Int) throws {
        try db.execute(
            sql: """
                \(numbers), e AS (SELECT i, CASE i % 400 WHEN 1 THEN 'waiting' WHEN 2 THEN 'answered' WHEN 3 THEN 'appointment'
                    WHEN 4 THEN 'potential' ELSE 'closed' END AS state FROM n)
                INSERT INTO enquiry (number, name, phone, address, words, received_at, due_at, answered_at, state,
                    appointment_at, follow_up_on)
                SELECT 'ZX' || i, '林女士', '139' || (10000000 + i), '', '旧房翻新', '2026-11-20 00:00:00.000',
                    datetime('2026-11-23', '-' || (i % 9) || ' days') || '.000',
                    iif(state = 'waiting', NULL, '2026-11-20 00:00:00.000'), state,
                    iif(state = 'appointment', '2026-11-2' || (i % 9) || 'T10:00', NULL),
                    iif(state = 'potential', '2026-11-2' || (i % 9), NULL) FROM e
                """,
            arguments: [count])
    }

    private static func addAuditEntries(_ db: Database, by member: Member.ID) throws {
        try db.execute(
            sql: """
                \(numbers) INSERT INTO audit_entry (id, at, member_id, action, subject_kind, subject_id, address, detail, hash)
                SELECT i + (SELECT max(id) FROM audit_entry), '2026-11-01', iif(i % 3, ?, NULL),
                    iif(i % 5, 'record-read', 'signed-in'), 'follow-up', i % 500, '192.0.2.1', '{}', 'h' || i FROM n
                """,
            arguments: [20_000, member])
    }

    /// Most are closed years ago; some are requested, approved, dispatched, late, or on their way today.
    private static func addWorkOrders(
        _ db: Database, each: Int, by member: Member.ID
    ) throws {
        try db.execute(
            sql: """
                \(numbers), w AS (SELECT p.id, i, p.id * 7 + i AS n FROM n, project p)
                INSERT INTO work_order (number, project_id, kind, department, urgency, source, symptom, contact_name,
                    contact_phone, site_address, received_at, arrive_by, requested_by, requested_at, state, is_awaited)
                SELECT 'PG' || id || '-' || i, id, 'repair', iif(n % 2, 'maintenance', 'sales'), 'ordinary', 'phone', '漏水',
                    '王', '13812345678', '幸福路', datetime('2026-11-23', '-' || (n % 900) || ' hours'),
                    datetime('2026-11-24', '-' || (n % 900) || ' hours'), ?, '2026-11-01',
                    CASE n % 500 WHEN 1 THEN 'requested' WHEN 2 THEN 'approved' WHEN 3 THEN 'dispatched'
                        WHEN 4 THEN 'requested' WHEN 5 THEN 'dispatched' ELSE 'closed' END, n % 500 BETWEEN 1 AND 5
                FROM w
                """,
            arguments: [each, member])
        try db.execute(
            sql: """
                INSERT INTO visit (order_id, number, technician_id, dispatched_by, dispatched_at, starts_at, ends_at, state,
                    is_customer_told)
                SELECT id, 1, 1 + id % 7, requested_by, '2026-11-01', d || 'T09:00', d || 'T10:00',
                    iif(state = 'dispatched', 'planned', 'reported'), id % 700 <> 0
                FROM (SELECT *, date('2026-11-23', '-' || (id % 900) || ' days') AS d FROM work_order)
                WHERE state IN ('dispatched', 'closed')
                """)
    }
}
