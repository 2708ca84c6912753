import Foundation

/// Spam protection without a CAPTCHA: a honeypot field that nobody sees, and a minimum time, which reading takes (WEB-3).
struct BotTrap: Sendable {
    private let key: [UInt8]

    /// Nobody reads and answers a form in less, in seconds.
    static let leastTime: TimeInterval = 3

    /// - Parameter key: 32 secret bytes.
    init(key: [UInt8]) { self.key = key }

    /// When the form was opened, so that nobody can say another time; goes with it in a hidden field.
    func opened(at now: Date) -> String {
        let second = String(Int(now.timeIntervalSince1970))
        return second + "." + proof(second)
    }

    /// The same for a form that is shown again: it was opened when it was first shown, so that whoever puts one field
    /// right need not wait anew.
    func opened(_ entered: SubmittedForm, at now: Date) -> String {
        entered["opened"].flatMap { moment(of: $0) == nil ? nil : $0 } ?? opened(at: now)
    }

    /// Whether a person has filled it. Who is told no presses once more: nothing is lost.
    func isPerson(_ entered: SubmittedForm, at now: Date) -> Bool {
        guard (entered["website"] ?? "").isEmpty else { return false }
        guard let second = entered["opened"].flatMap(moment) else { return false }
        return now.timeIntervalSince1970 - second >= Self.leastTime
    }

    /// The second that a proof of ours names.
    private func moment(of opened: String) -> TimeInterval? {
        let parts = opened.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, Sodium.areEqual(parts[1], proof(parts[0])) else { return nil }
        return TimeInterval(parts[0])
    }

    private func proof(_ second: String) -> String { Sodium.keyedToken("form opened " + second, key: key) }
}
