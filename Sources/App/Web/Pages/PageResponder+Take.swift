import Forms
import Hummingbird

extension PageResponder {
    /// The way of a posted form, the same for all: bound; not right, its page again with every word kept (422); right,
    /// stored once under its idempotency key and answered with 303; too late, its page with what is stored by now (409).
    /// - Parameters:
    ///   - reading: what the form says; nil while something is wrong.
    ///   - again: the page of the form, with the form as it was posted.
    ///   - store: what it throws as `TooLate` shows the page again.
    /// - Throws: `Refusal`.
    func take<Value>(
        _ form: Form, from request: Request, _ context: some PageContext,
        reading: (BoundForm) throws -> Value?,
        again: (PostedForm) async throws -> Response,
        store: (Value, PostedForm) async throws -> Response
    ) async throws -> Response {
        let entered = try await request.entered()
        let posted = try PostedForm(entered, form.bind(entered.fields, today: today(context)))
        return try await take(posted, reading: reading, again: again, store: store)
    }

    /// The same for a form that is bound in its own way.
    func take<Value>(
        _ posted: PostedForm,
        reading: (BoundForm) throws -> Value?,
        again: (PostedForm) async throws -> Response,
        store: (Value, PostedForm) async throws -> Response
    ) async throws -> Response {
        guard posted.bound.isValid, let value = try reading(posted.bound) else { return try await again(posted.wrong) }
        do {
            return try await store(value, posted)
        } catch let late as any TooLate {
            return try await again(posted.tooLate(late))
        }
    }
}
