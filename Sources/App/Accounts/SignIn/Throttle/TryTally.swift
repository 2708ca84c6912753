import Foundation

/// Whose attempts are counted together: what became of them, at whom they were aimed, and from where they came.
struct TrySubject: Hashable, Sendable {
    let action: AuditAction
    let member: Member.ID?
    let address: String
}

/// Counts failed attempts, so that the trail has each of them and yet strangers cannot make it grow at will: the first few of
/// a minute stand for themselves, all others are folded into one entry a kind (ACC-5, ACC-14).
struct TryTally: Sendable {
    private var minute = 0
    private var alone = 0
    private var aloneByAddress: [String: Int] = [:]
    private var aloneByMember: [Member.ID: Int] = [:]
    private var counts: [TrySubject: Int] = [:]
    private var countedSince = 0

    /// Entries of their own in a minute: of one address, about one member, of all.
    private static let mostOfOne = 5
    private static let mostOfAll = 30
    /// Folded entries of a minute; what comes from further addresses is one more.
    private static let mostFolded = 20
    /// The address of attempts from more places than are counted apart.
    static let manyPlaces = "*"

    /// Whether a failure gets an entry of its own; else it was counted.
    mutating func standsAlone(_ subject: TrySubject, at moment: Date) -> Bool {
        begin(Self.minute(moment))
        let ofMember = subject.member.map { aloneByMember[$0, default: 0] } ?? 0
        guard alone < Self.mostOfAll, aloneByAddress[subject.address, default: 0] < Self.mostOfOne,
            ofMember < Self.mostOfOne
        else {
            count(subject, at: moment)
            return false
        }
        alone += 1
        aloneByAddress[subject.address, default: 0] += 1
        if let member = subject.member { aloneByMember[member, default: 0] += 1 }
        return true
    }

    mutating func count(_ subject: TrySubject, at moment: Date, times: Int = 1) {
        if counts.isEmpty { countedSince = Self.minute(moment) }
        let isKnown = counts[subject] != nil || counts.count < Self.mostFolded
        let subject =
            isKnown ? subject : TrySubject(action: subject.action, member: nil, address: Self.manyPlaces)
        counts[subject, default: 0] += times
    }

    /// What was counted and not yet noted, once its minute is over.
    /// - Parameter evenNow: whether not to wait for that, as the server stops.
    mutating func due(at moment: Date, evenNow: Bool = false) -> [TrySubject: Int] {
        guard evenNow || Self.minute(moment) != countedSince else { return [:] }
        defer { counts = [:] }
        return counts
    }

    private mutating func begin(_ minute: Int) {
        guard minute != self.minute else { return }
        self.minute = minute
        alone = 0
        aloneByAddress = [:]
        aloneByMember = [:]
    }

    private static func minute(_ moment: Date) -> Int {
        Int(max(-1e12, min(1e12, (moment.timeIntervalSince1970 / 60).rounded(.down))))
    }
}
