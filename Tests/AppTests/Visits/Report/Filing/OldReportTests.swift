import Forms
import Foundation
import GRDB
import Markup
import Testing

@testable import App

/// Reports that were filed when each answer had a column of its own are shown as they were.
struct OldReportTests {
    private let queue: DatabaseQueue
    private let words: Words

    init() throws {
        let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
        words = Words(.simplified, zone: zone)
        queue = try DatabaseQueue()
        let before = Migrations.migrator.migrations.prefix { $0 != "Keep the answers of reports as they were filed" }
        try Migrations.migrator.migrate(queue, upTo: try #require(before.last))
        try queue.write { db in
            try db.execute(sql: Self.visits)
            try db.execute(sql: Self.notFixed, arguments: [Self.draft])
            try db.execute(sql: Self.others, arguments: [Self.draft, Self.draft])
        }
        try Migrations.migrator.migrate(queue)
    }

    /// Four visits of one order, for which the customer asked at nine o'clock.
    private static let visits = """
        INSERT INTO member (id, name, created_at) VALUES (1, '郑凯', '2026-01-01');
        INSERT INTO customer (id, name, form_of_address, grade, created_at, created_by)
            VALUES (1, '王建国', 'mr', 'B', '2026-01-01', 1);
        INSERT INTO project (id, number, customer_id, agent_id, kind, registered_on, planned_until, created_at)
            VALUES (1, 'HF-1', 1, 1, 'whole', '2026-01-01', '2026-12-31', '2026-01-01');
        INSERT INTO work_order (id, number, project_id, kind, department, urgency, source, symptom, contact_name,
            contact_phone, site_address, received_at, arrive_by, requested_by, requested_at, state)
            VALUES (1, 'PG-1', 1, 'repair', 'maintenance', 'ordinary', 'phone', '漏水', '王建国', '13812345678', '幸福路',
                '2026-11-23 01:00:00.000', '2026-11-24 01:00:00.000', 1, '2026-11-23 01:00:00.000', 'reported');
        INSERT INTO visit (id, order_id, number, technician_id, dispatched_by, dispatched_at, state)
            VALUES (1, 1, 1, 1, 1, '2026-11-23 01:00:00.000', 'reported'),
                (2, 1, 2, 1, 1, '2026-11-23 01:00:00.000', 'reported'),
                (3, 1, 3, 1, 1, '2026-11-23 01:00:00.000', 'on-site'),
                (4, 1, 4, 1, 1, '2026-11-23 01:00:00.000', 'reported');
        """

    /// As it was saved: when it was filed, he was not late any more, as the deadline had been moved.
    private static let draft = """
        {"arrival": {"version": 1, "answers": {"arrived.date": ["2026-11-23"], "arrived.time": ["10:30"],
            "late-because": ["堵车"], "met": ["present"], "badge": ["A-17"]}},
        "finding": {"version": 1, "answers": {"finding": ["阀芯老化"], "done": ["换\\"阀芯\\"\\n试水"]}},
        "charges": {"version": 3, "answers": {"warranty": ["outside"], "because": ["客户自己摔坏"], "receipt": ["No. 71"],
            "fees.0.fee": ["visit"], "fees.0.quantity": ["1"]}},
        "site": {"version": 1, "answers": {"put-back": ["yes"], "cleaned": ["no"], "damage": ["墙皮"],
            "compensation": ["30.50"]}},
        "outcome": {"version": 2, "answers": {"outcome": ["not-fixed"], "because": ["缺配件"], "explained": ["no"],
            "departed.date": ["2026-11-23"], "departed.time": ["11:45"]}}}
        """

    private static let notFixed = """
        INSERT INTO service_report (visit_id, author_id, begun_at, draft, filed_at, arrived_at, departed_at,
            badge_number, finding, work_done, damage, compensation_fen, put_back, cleaned, declined_wishes, outcome, outcome_because,
            next_visit_wish, warranty, warranty_until, warranty_source, warranty_because, receipt_number, total_fen,
            cash, version)
        VALUES (1, 1, '2026-11-23 02:30:00.000', ?, '2026-11-23 04:00:00.000', '2026-11-23 02:30:00.000',
            '2026-11-23 03:45:00.000', 'A-17', '阀芯老化', '换"阀芯"' || char(10) || '试水', '墙皮', 3050, 1, 0, '想装灯',
            'not-fixed', '缺配件', '周六', 'outside', '2027-05-01', 'agreed', '客户自己摔坏', 'No. 71', 5000, 'taken', 9);
        INSERT INTO service_charge VALUES (1, 0, 'fee', '上门费', '次', 1, 5000, 0);
        """

    /// One of an absent customer that was begun as if somebody were there, one still open, and one without a draft.
    private static let others = """
        INSERT INTO service_report (visit_id, author_id, begun_at, draft, filed_at, arrived_at, departed_at, outcome,
            outcome_because, warranty, warranty_source)
        VALUES (2, 1, '2026-11-23 02:30:00.000', ?, '2026-11-23 04:00:00.000', '2026-11-23 02:30:00.000',
            '2026-11-23 03:45:00.000', 'absent', '敲门没人', 'outside', 'not-begun');
        INSERT INTO service_report (visit_id, author_id, begun_at, draft, version, confirmation_draft)
        VALUES (3, 1, '2026-11-23 02:30:00.000', ?, 4, '{}');
        INSERT INTO service_report (visit_id, author_id, begun_at, filed_at, arrived_at, departed_at, finding, put_back,
            cleaned, outcome, warranty, warranty_source)
        VALUES (4, 1, '2026-11-23 02:30:00.000', '2026-11-23 04:00:00.000', '2026-11-23 02:30:00.000',
            '2026-11-23 03:45:00.000', '滴水', 1, 1, 'fixed', 'inside', 'rulebook');
        """

    private func filed(_ visit: Visit.ID) throws -> FiledReport {
        try #require(try queue.read { try ServiceReportStore.fetchFiled($0, visit, words.zone) })
    }

    /// What a part of a report says, a line a field.
    private func lines(_ part: String, of visit: Visit.ID) throws -> [String] {
        let value = ReportWords(report: try filed(visit).report, words: words).values[part]
        guard case .list(let entries) = value else { return [] }
        return entries.compactMap { entry in
            guard case .text(let label) = entry["label"], case .text(let text) = entry["value"] else { return nil }
            return "\(label) \(text)"
        }
    }

    @Test("each answer stands where it stood, and none that did not count when it was filed (SVC-3)")
    func whole() throws {
        #expect(
            try lines("times", of: 1) == ["到场时间 2026年11月23日 10:30", "离场时间 2026年11月23日 11:45", "工牌号 A-17"])
        #expect(try lines("work", of: 1) == ["检查情况 阀芯老化", "处理过程 换\"阀芯\"\n试水"])
        #expect(
            try lines("outcome", of: 1) == [
                "结果 未解决", "原因 缺配件", "已向客户说明 否", "下次上门的时间 周六", "超出本单、已婉拒的要求 想装灯",
            ])
        #expect(
            try lines("site", of: 1) == ["移动的物品已复位 是", "现场已清理 否", "损坏了客户的什么 墙皮", "赔偿金额 ¥30.50"])
        #expect(
            try lines("warranty", of: 1) == [
                "是否在保 保修期外", "认定依据 合同约定保修到 2027年5月1日，客户 2026年11月23日 提出", "认定的原因 客户自己摔坏",
            ])
        #expect(try lines("numbers", of: 1) == ["收据号 No. 71"])
        let report = try filed(1)
        #expect(report.cash.state == .taken && report.report.total == Money(fen: 5_000))
        #expect(report.report.answers[.charges]?["fees.0.fee"] == ["visit"], "what no column had is kept as well")
    }

    @Test("of a customer who was not there only that is shown")
    func absent() throws {
        #expect(try lines("outcome", of: 2) == ["结果 客户不在", "原因 敲门没人"])
        #expect(try lines("times", of: 2).count == 2)
        for part in ["work", "site", "warranty", "numbers"] { #expect(try lines(part, of: 2) == [], "\(part)") }
    }

    @Test("a report that is still filled goes on as it was")
    func open() throws {
        let row = try #require(
            try queue.read { try StoredRow.fetchOne($0, cached: "SELECT * FROM service_report WHERE visit_id = 3") })
        #expect(try row.value("draft") == Self.draft && row.value("version") == 4)
        #expect(try row.value("confirmation_draft") == "{}" && row.value("answers") as String? == nil)
    }

    @Test("what stood in columns is there without a draft, too")
    func columns() throws {
        #expect(try lines("work", of: 4) == ["检查情况 滴水"])
        #expect(try lines("site", of: 4) == ["移动的物品已复位 是", "现场已清理 是"])
        #expect(try lines("outcome", of: 4) == ["结果 已解决"])
    }
}
