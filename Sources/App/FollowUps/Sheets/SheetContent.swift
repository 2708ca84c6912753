import Foundation

/// The sealed content of a follow-up: all questions and answers, read only with approval (ACC-2).
struct SheetContent: Sendable, Hashable, Codable {
    /// The answers in canonical text, by field name, as the form kernel binds them.
    let answers: [String: [String]]
}

/// One revision of a sheet; corrections add another and keep the earlier ones (FUP-6).
struct SheetRevision: Sendable {
    let number: Int
    let savedAt: Date
    let savedBy: String
    let correctionReason: String?
    let content: SheetContent
}
