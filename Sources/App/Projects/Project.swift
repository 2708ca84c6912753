import Forms
import Foundation
import Rulebooks

/// Project: one contract at one address (ARC-2).
struct Project: Sendable, Identifiable, Hashable {
    let id: ID<Project>
    let details: ProjectDetails
    let customer: CustomerName
    let agentName: String
    let registeredOn: Day
    let version: Int
    /// Version of the milestones alone, which have their own form.
    let milestonesVersion: Int

    var number: String { details.number }
}

/// Input of a project, without milestones and people.
struct ProjectDetails: Sendable, Hashable {
    let number: String
    /// Id of a kind in the rulebook.
    let kind: String
    let siteAddress: String
    /// The agent responsible for its follow-ups.
    let agentID: Member.ID
    let productModel: String
    let serialNumber: String
    /// The last day of the warranty, when the contract differs from the rulebook.
    let warrantyOverride: Day?
}

/// Input of a new project: details, known dates, and the people assigned from today on.
struct NewProject: Sendable, Hashable {
    let details: ProjectDetails
    let milestones: [MilestoneKind: MilestoneDates]
    let people: [Duty: Member.ID]
}

/// Duplicate project number.
struct NumberTaken: Error {
    let project: ProjectNumber
}

/// The last day of a project's warranty, and where it comes from.
enum WarrantyEnd: Sendable, Hashable {
    case agreed(Day)
    case computed(Day, months: Int, from: MilestoneKind, on: Day)
    case notBegun(months: Int, from: MilestoneKind)

    init(_ project: Project, _ life: ProjectLife, _ rulebook: Rulebook) {
        let term = rulebook.warranty
        if let agreed = project.details.warrantyOverride {
            self = .agreed(agreed)
        } else if let end = rulebook.warrantyEnd(for: life), let start = life.milestones[term.from]?.actual {
            self = .computed(end, months: term.months, from: term.from, on: start)
        } else {
            self = .notBegun(months: term.months, from: term.from)
        }
    }

    var day: Day? {
        switch self {
        case .agreed(let day), .computed(let day, _, _, _): day
        case .notBegun: nil
        }
    }

    /// The reason for that day, in words.
    func reason(_ words: Words) -> String {
        switch self {
        case .agreed: words("projects.warranty.agreed")
        case .computed(_, let months, let milestone, let start):
            words(
                "projects.warranty.computed",
                ["months": String(months), "milestone": words(milestone), "day": words.day(start)])
        case .notBegun(let months, let milestone):
            words("projects.warranty.not-begun", ["months": String(months), "milestone": words(milestone)])
        }
    }
}

extension Words {
    func callAsFunction(_ milestone: MilestoneKind) -> String { self("milestone.\(milestone.rawValue)") }

    /// The milestone's name with a capital letter.
    func title(_ milestone: MilestoneKind) -> String {
        let name = self(milestone)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    func callAsFunction(_ event: ProjectEvent.Name) -> String { self("project-event.\(event.rawValue)") }

    func callAsFunction(_ duty: Duty) -> String { self("duty.\(duty.rawValue)") }
}

extension Rulebook {
    /// The kind's name; its id when the rulebook no longer has it.
    func kindTitle(_ id: String, _ words: Words) -> String {
        kinds.first { $0.id == id }.map { $0.title[words.language] } ?? id
    }
}
