import Foundation
import Forms
import GRDB

/// Writes what made-up customers said themselves: a paper form that came in, and questions of strangers (FBK-5, WEB-1).
struct DemoVoiceStore: Sendable {
    let feedback: FeedbackStore
    let enquiries: EnquiryStore
    let now: Date

    /// Who asked what, how many hours ago.
    private static let questions: [(name: String, phone: String, words: String, hours: Double)] = [
        ("沈女士", "13700010001", "二手房八十九平方，只想翻新厨房和卫生间，大概要多少钱、多长时间？", 30),
        ("顾先生", "13700010002", "你们的复合地板能装地暖吗？想去店里看看样品。", 4),
    ]

    func addVoices(_ staff: DemoStaff) async throws {
        for (place, one) in Self.questions.enumerated() {
            guard let phone = PhoneNumber(typed: one.phone) else { continue }
            let message = Message(name: one.name, phone: phone, address: place == 0 ? "滨江花园" : "", words: one.words)
            let asked = Stamp(member: nil, at: now.addingTimeInterval(-one.hours * 3600), address: "-")
            _ = try await enquiries.receive(.enquiry, message, .random(), asked)
        }
        let project = try await feedback.database.read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT project_id FROM milestone WHERE kind = 'warranty-procedure' AND happened_on IS NOT NULL
                    ORDER BY project_id LIMIT 1
                    """)
        }
        guard let project, let agent = staff.agents.first else { return }
        let content = FeedbackContent(
            ratings: [.design: 5, .quality: 4, .attitude: 5, .progress: 3, .overall: 4], recommends: true,
            suggestions: "开工前要是能给一张进度表就更好了。")
        _ = try await feedback.enter(
            content, of: project, .onSite, on: Day(now, in: feedback.zone), .random(),
            Stamp(member: agent, at: now, address: Stamp.command.address))
    }
}
