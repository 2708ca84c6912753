extension Optional where Wrapped: Sendable {
    /// What was looked for, or 404: what somebody may not see is answered as what is not there (ACC-1).
    /// - Throws: `Refusal.notFound`.
    func orNotFound() throws(Refusal) -> Wrapped {
        guard let self else { throw .notFound }
        return self
    }
}
