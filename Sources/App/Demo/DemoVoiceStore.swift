import Foundation
import Forms
import GRDB

/// Writes demo feedback on paper, and demo enquiries of strangers (FBK-5, WEB-1).
struct DemoVoiceStore: Sendable {
    let feedback: FeedbackStore
    let enquiries: EnquiryStore
    let now: Date

    /// Enquiries, with their age in hours.
    private static let questions: [(name: String, phone: String, words: String, hours: Double)] = [
        ("沈女士", "13700010001", "二手房八十九平方，只想翻新厨房和卫生间，大概要多少钱、多长时间？", 30),
        ("顾先生", "13700010002", "你们的复合地板能装地暖吗？想去店里看看样品。", 4),
    ]

    /// Feedback by channel, with its age in days.
    private static let voices: [(channel: FeedbackChannel, days: Double, content: FeedbackContent)] = [
        (
            .letter, 47,
            FeedbackContent(
                ratings: [.design: 4, .materials: 5, .overall: 4], recommends: .yes, suggestions: "衣柜门再轻一点。")
        ),
        (.phone, 33, FeedbackContent(ratings: [.attitude: 5, .overall: 5], recommends: .yes)),
        (.onSite, 20, FeedbackContent(ratings: [.quality: 4, .cleaning: 3, .overall: 4], suggestions: "完工那天多留一个人打扫。")),
        (.phone, 9, FeedbackContent(ratings: [.design: 5, .progress: 4, .overall: 5], recommends: .yes)),
        (.eMail, 6, FeedbackContent(ratings: [.materials: 3, .overall: 3], suggestions: "地板的色差请提前说明。")),
        (
            .onSite, 0,
            FeedbackContent(
                ratings: [.design: 5, .quality: 4, .attitude: 5, .progress: 3, .overall: 4], recommends: .yes,
                suggestions: "开工前要是能给一张进度表就更好了。")
        ),
    ]

    func addVoices(_ staff: DemoStaff) async throws {
        for (place, one) in Self.questions.enumerated() {
            guard let phone = PhoneNumber(typed: one.phone) else { continue }
            let message = Message(name: one.name, phone: phone, address: place == 0 ? "滨江花园" : "", words: one.words)
            let asked = Stamp(member: nil, at: now.addingTimeInterval(-one.hours * 3600), address: "-")
            _ = try await enquiries.receive(.enquiry, message, .random(), asked)
        }
        guard let agent = staff.agents.first else { return }
        for (project, voice) in zip(try await finishedProjects(Self.voices.count), Self.voices) {
            let said = now.addingTimeInterval(-voice.days * 86_400 - 3600)
            _ = try await feedback.enter(
                voice.content, of: project, voice.channel, on: Day(said, in: feedback.zone), .random(),
                Stamp(member: agent, at: said, address: Stamp.command.address))
        }
    }

    /// The projects finished longest ago; the latest ones stay without feedback, to be asked.
    private func finishedProjects(_ count: Int) async throws -> [Project.ID] {
        try await feedback.database.read { db in
            try Project.ID.fetchAll(
                db,
                cached: """
                    SELECT project_id FROM milestone WHERE kind = 'warranty-procedure' AND happened_on IS NOT NULL
                    ORDER BY happened_on, project_id LIMIT ?
                    """,
                arguments: [count])
        }
    }
}
