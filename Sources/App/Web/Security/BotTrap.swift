import Foundation

/// Spam protection without a CAPTCHA: a honeypot field, hidden from people, and a minimum fill time (WEB-3).
struct BotTrap: Sendable {
    private let key: [UInt8]

    /// Minimum fill time, in seconds.
    static let leastTime: TimeInterval = 3

    /// - Parameter key: 32 secret bytes.
    init(key: [UInt8]) { self.key = key }

    /// The signed time of opening, for a hidden field.
    func opened(at now: Date) -> String {
        let second = String(Int(now.timeIntervalSince1970))
        return second + "." + proof(second)
    }

    /// The same for a form that is shown again: the time of its first opening counts, so that a correction is not
    /// delayed.
    func opened(_ entered: SubmittedForm, at now: Date) -> String {
        entered["opened"].flatMap { moment(of: $0) == nil ? nil : $0 } ?? opened(at: now)
    }

    /// Whether a person filled the form. A false alarm loses nothing: one submits it again.
    func isPerson(_ entered: SubmittedForm, at now: Date) -> Bool {
        guard (entered["website"] ?? "").isEmpty else { return false }
        guard let second = entered["opened"].flatMap(moment) else { return false }
        return now.timeIntervalSince1970 - second >= Self.leastTime
    }

    /// The time in a hidden field, if its signature is valid.
    private func moment(of opened: String) -> TimeInterval? {
        let parts = opened.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, Sodium.areEqual(parts[1], proof(parts[0])) else { return nil }
        return TimeInterval(parts[0])
    }

    private func proof(_ second: String) -> String { Sodium.keyedToken("form opened " + second, key: key) }
}
