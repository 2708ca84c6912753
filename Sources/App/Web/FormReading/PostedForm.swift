import Forms
import HTTPTypes

/// A form between page and server, as opened or as posted, with its idempotency key (UX-3) and the version of the thing
/// that it changes (UX-4).
struct PostedForm: Sendable {
    let bound: BoundForm
    let submission: SubmissionID
    /// Optimistic locking: the version that the page was opened with; nil where the page takes the stored one.
    let version: Int?
    /// The conflict that the store found; nil when there was none.
    let lateness: (any TooLate)?
    /// Whether it was posted and found wrong, by its fields or by what they say together.
    let isWrong: Bool

    /// - Throws: `Refusal.malformed` without an idempotency key.
    init(_ entered: SubmittedForm, _ bound: BoundForm) throws {
        self.init(bound, try entered.submission(), version: entered.version)
    }

    private init(
        _ bound: BoundForm, _ submission: SubmissionID, version: Int?, lateness: (any TooLate)? = nil,
        isWrong: Bool = false
    ) {
        (self.bound, self.submission, self.version) = (bound, submission, version)
        (self.lateness, self.isWrong) = (lateness, isWrong || !bound.isValid)
    }

    /// The form before anything was posted.
    static func opened(_ bound: BoundForm) -> PostedForm { PostedForm(bound, .random(), version: nil) }

    /// Adds an error that only the store can find, such as a name that is taken.
    func adding(_ error: FieldError) -> PostedForm { with(bound.adding(error)) }

    func with(_ bound: BoundForm) -> PostedForm { PostedForm(bound, submission, version: version) }

    /// The form after a conflict: sent again from the page that shows it, it overwrites the version seen there (UX-4).
    func tooLate(_ reason: any TooLate) -> PostedForm {
        PostedForm(bound, submission, version: nil, lateness: reason)
    }

    /// Every field is valid, and still nothing can be read from them.
    var wrong: PostedForm { PostedForm(bound, submission, version: version, isWrong: true) }

    var isStale: Bool { lateness != nil }

    /// The HTTP status of the page that shows the form.
    var status: HTTPResponse.Status { isStale ? .conflict : isWrong ? .unprocessableContent : .ok }

    /// The version that the change is based on.
    /// - Throws: `Refusal.malformed` without one, since every page of ours with a change sends it.
    func baseVersion() throws(Refusal) -> Int {
        guard let version else { throw .malformed }
        return version
    }
}
