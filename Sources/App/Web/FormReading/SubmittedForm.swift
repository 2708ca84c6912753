import Hummingbird

/// A submitted form as typed, with the two hidden fields that every form carries.
struct SubmittedForm: Sendable {
    let fields: [String: [String]]
    /// The method and the path that it was sent to.
    private let request: (method: String, path: String)

    init(fields: [String: [String]], of request: Request) {
        self.fields = fields
        self.request = (request.method.rawValue, request.head.path ?? "")
    }

    /// The first value of a field.
    subscript(name: String) -> String? { fields[name]?.first }

    /// The version of the thing that the form was opened with (UX-4).
    var version: Int? { self["version"].flatMap { $0.utf8.count < 10 ? Int($0) : nil } }

    /// The idempotency key of the form.
    /// - Throws: `Refusal.malformed` without one, since every page of ours sends it.
    func submission() throws -> SubmissionID {
        let binding = SubmissionID.Binding(method: request.method, path: request.path, fields: fields)
        guard let id = self["submission"].flatMap({ SubmissionID($0, for: binding) }) else {
            throw Refusal.malformed
        }
        return id
    }

    /// Whether a button other than the submit button was pressed, such as "add a row".
    func asksFor(_ button: String) -> Bool { self[button] != nil }
}

extension Request {
    /// Reads the submitted form, within the limits of size and time.
    /// - Throws: `Refusal`.
    func entered() async throws -> SubmittedForm {
        do throws(FormProblem) {
            return SubmittedForm(fields: try await FormReader().read(self).fields, of: self)
        } catch {
            throw Refusal(error)
        }
    }

    /// The idempotency key of a form that is only a button.
    /// - Throws: `Refusal`.
    func submission() async throws -> SubmissionID { try await entered().submission() }

    /// The decoded query; of repeated names the first value.
    var query: [String: String] { queryValues.compactMapValues(\.first) }

    /// The decoded query of a form sent with GET; a name may have several values.
    var queryValues: [String: [String]] { QueryItems(self).values }
}

extension Refusal {
    init(_ problem: FormProblem) {
        self =
            switch problem {
            case .malformed: .malformed
            case .tooLarge: .tooLarge
            case .unsupportedType: .unsupportedType
            case .tooSlow: .tooSlow
            }
    }
}
