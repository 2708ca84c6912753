import Foundation

/// Key by which attempts are counted together: outcome, member and address.
struct TrySubject: Hashable, Sendable {
    let action: AuditAction
    let member: Member.ID?
    let address: String
}

/// Bounds the audit entries of failed attempts, so that each is recorded and yet strangers cannot flood the trail: the
/// first few of a minute get entries of their own, the others are aggregated into one per kind (ACC-5, ACC-14).
struct TryTally: Sendable {
    private var minute = 0
    private var alone = 0
    private var aloneByAddress: [String: Int] = [:]
    private var aloneByMember: [Member.ID: Int] = [:]
    private var counts: [TrySubject: Int] = [:]
    private var countedSince = 0

    /// Entries of their own per minute: for one address, for one member, in all.
    private static let mostOfOne = 5
    private static let mostOfAll = 30
    /// Aggregated entries per minute; all further addresses share one more.
    private static let mostFolded = 20
    /// The address of attempts that share an entry for too many addresses.
    static let manyPlaces = "*"

    /// Whether a failure gets an entry of its own; otherwise it is counted.
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

    /// Unwritten counts of past minutes.
    /// - Parameter evenNow: of the current minute too, as the server stops.
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
