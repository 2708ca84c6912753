extension Optional where Wrapped: Sendable {
    /// The value, or 404: what a person may not see is answered like what does not exist (ACC-1).
    /// - Throws: `Refusal.notFound`.
    func orNotFound() throws(Refusal) -> Wrapped {
        guard let self else { throw .notFound }
        return self
    }
}
