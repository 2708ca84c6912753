import Forms

enum MessageKind: String, Sendable, CaseIterable {
    case enquiry, complaint
}
