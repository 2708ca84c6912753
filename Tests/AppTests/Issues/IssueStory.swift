import Foundation
import Forms
import Rulebooks

@testable import App

/// An issue told step by step, by the clocks in Shanghai.
struct IssueStory {
    static let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt

    private(set) var events: [IssueEvent]

    init(_ time: String, category: String? = "quality") throws {
        events = [IssueEvent(.raised(category: category), at: try Self.at(time))]
    }

    mutating func then(_ happening: IssueHappening, _ time: String) throws {
        events.append(IssueEvent(happening, at: try Self.at(time)))
    }

    var life: IssueLife? { IssueLife(events) }

    func clock(_ urgency: Urgency = .ordinary, under terms: IssueTerms? = nil) throws -> IssueClock {
        IssueClock(events, urgency: urgency, under: try terms ?? Self.usualTerms, in: Self.zone)
    }

    static var usualTerms: IssueTerms {
        get throws { IssueTerms(try Rulebook.pack("decoration"), .standard) }
    }

    static func at(_ text: String) throws -> Date {
        guard let time = LocalDateTime(text) else { throw NotATime() }
        return time.date(in: zone)
    }

    struct NotATime: Error {}
}

extension IssueClock {
    func deadline(_ kind: IssueDeadline.Kind) -> IssueDeadline? { deadlines.first { $0.kind == kind } }

    /// What is owed, as somebody would write it on a slip of paper.
    var slip: [String] {
        deadlines.map { deadline in
            func text(_ date: Date?) -> String {
                date.map { LocalDateTime($0, in: IssueStory.zone).description } ?? "-"
            }
            return "\(deadline.kind.rawValue) \(text(deadline.dueAt)) \(text(deadline.metAt))"
        }
    }
}
