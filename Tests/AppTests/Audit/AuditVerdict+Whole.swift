@testable import App

extension AuditVerdict {
    /// Whether nothing is said against the trail.
    var isWhole: Bool {
        switch self {
        case .whole: true
        case .changed, .missing, .cutOff, .headMissing, .slotUnreadable, .grantUnproven: false
        }
    }
}
