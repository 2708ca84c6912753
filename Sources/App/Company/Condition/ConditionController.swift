import Hummingbird

/// `/condition`: the state of data and machine, for administrators.
struct ConditionController: Sendable {
    let reading: ConditionReading
    let pages: PageResponder

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let page = ConditionPage(await reading.look(), words: pages.words(for: context))
        return try await pages.show(page, to: context)
    }
}
