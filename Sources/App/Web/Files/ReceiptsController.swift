import Hummingbird

/// `/receipts/{submission}`: tells the browser whether a form was stored, since the answer may be lost on the way; only
/// this discards a draft (UX-10).
struct ReceiptsController: Sendable {
    let database: AppDatabase

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let submission = context.parameters.get("submission").flatMap({ SubmissionID($0) }) else {
            throw Refusal.notFound
        }
        let isKept = try await database.isStored(submission, of: context.signedIn?.member.id)
        return .json("{\"kept\":\(isKept)}")
    }
}
