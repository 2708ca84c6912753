import Forms
import HTTPTypes

/// A form between page and server: as its page opens it, or as it was posted, with its idempotency key (UX-3) and the
/// version of the thing that it changes (UX-4).
struct PostedForm: Sendable {
    let bound: BoundForm
    let submission: SubmissionID
    /// Optimistic locking: the version that the page was opened with; nil where the page takes the stored one.
    let version: Int?
    /// Why what was posted cannot be done any more.
    let lateness: (any TooLate)?

    /// - Throws: `Refusal.malformed` without an idempotency key.
    init(_ entered: SubmittedForm, _ bound: BoundForm) throws {
        self.init(bound, try entered.submission(), version: entered.version)
    }

    private init(_ bound: BoundForm, _ submission: SubmissionID, version: Int?, lateness: (any TooLate)? = nil) {
        (self.bound, self.submission, self.version, self.lateness) = (bound, submission, version, lateness)
    }

    /// Before anything was posted.
    static func opened(_ bound: BoundForm) -> PostedForm { PostedForm(bound, .random(), version: nil) }

    /// With what only the store can find wrong, such as a name that is taken.
    func adding(_ error: FieldError) -> PostedForm { with(bound.adding(error)) }

    func with(_ bound: BoundForm) -> PostedForm { PostedForm(bound, submission, version: version) }

    /// Sent again from the page that says so, it overwrites what its sender has then seen (UX-4).
    func tooLate(_ reason: any TooLate) -> PostedForm {
        PostedForm(bound, submission, version: nil, lateness: reason)
    }

    var isStale: Bool { lateness != nil }

    /// The status of the page that shows it.
    var status: HTTPResponse.Status { isStale ? .conflict : bound.isValid ? .ok : .unprocessableContent }

    /// The version that a change is to be based on.
    /// - Throws: `Refusal.malformed`, since every page of ours that changes something sends one.
    func baseVersion() throws(Refusal) -> Int {
        guard let version else { throw .malformed }
        return version
    }
}
