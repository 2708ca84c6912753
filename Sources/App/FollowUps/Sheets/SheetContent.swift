import Foundation

/// Everything that was asked and answered in one follow-up: what nobody reads without approval (ACC-2).
struct SheetContent: Sendable, Hashable, Codable {
    /// The answers in canonical text, by field name, as the form kernel binds them.
    let answers: [String: [String]]
}

/// One state of a sheet; corrections add another and keep those before (FUP-6).
struct SheetRevision: Sendable {
    let number: Int
    let savedAt: Date
    let savedBy: String
    let correctionReason: String?
    let content: SheetContent
}
