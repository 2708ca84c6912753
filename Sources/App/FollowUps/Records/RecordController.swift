import Forms
import Foundation
import Hummingbird

/// `/follow-ups/{id}/record` and `…/readings`: reading a record through its one door, and the list of its readings.
struct RecordController: Sendable {
    let followUps: FollowUpStore
    let door: RecordDoor
    let readings: ReadingStore
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let followUp = try await followUps.find(context.id()).orNotFound()
        let isPrint = request.query["print"] != nil
        let record = try await open(followUp, isPrint ? .print : .view, context)
        guard let record else {
            let page = RecordClosedPage(followUp, member: context.member, words: words(context))
            return try await pages.show(page, to: context, status: .forbidden)
        }
        let wanted = request.query["revision"].flatMap { $0.count < 6 ? Int($0) : nil }
        let page = RecordPage(
            followUp, record, revision: wanted, isPrint: isPrint, reader: context.member, now: context.now,
            words: words(context))
        return try await pages.show(page, to: context)
    }

    /// Who read this record, when, why and on what ground (ACC-6).
    @Sendable func showReadings(_ request: Request, _ context: MemberContext) async throws -> Response {
        let followUp = try await followUps.find(context.id()).orNotFound()
        let words = words(context)
        let page = ReadingsPage(
            "\(followUp.customerName) · \(words.stage(followUp.stage))",
            try await readings.readings(of: .followUp(followUp.id), Readings.Pages(request.query)),
            at: Paths.readings(followUp.id), back: Paths.followUp(followUp.id), words: words.words)
        return try await pages.show(page, to: context)
    }

    /// - Returns: nil when the person may know of the record but not read it.
    private func open(
        _ followUp: FollowUp, _ purpose: RecordDoor.Purpose, _ context: MemberContext
    ) async throws -> OpenedRecord? {
        do {
            return try await door.open(followUp.id, for: context.member, purpose, context.stamp)
        } catch Refusal.forbidden {
            return nil
        }
    }

    private func words(_ context: MemberContext) -> FollowUpWords {
        FollowUpWords(rulebook: followUps.rulebook, words: pages.words(for: context), today: pages.today(context))
    }
}
