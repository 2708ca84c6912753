import Forms
import Foundation
import Rulebooks

/// Where an issue comes up: what is known before anybody types, so that it need not be typed again (ISS-1).
struct IssuePrefill: Sendable {
    var customer: CustomerName?
    /// The project that it is about, or all of the customer's to choose from.
    var projects: [ProjectNumber] = []
    /// Those in charge on the day it is about, of the one project.
    var people: [PersonInCharge] = []
    /// Where it comes from, when that is not to be chosen.
    var fixedSource: IssueSource?
    var sourceID: Int?
    /// What stands in the form already: one answer of a sheet, what a technician declined.
    var words = ""
    /// When it was said, if not now.
    var at: Date?
    /// The number that somebody calls from whom nobody knows.
    var phone: PhoneNumber?
    /// How the address of the form names it.
    var items: [(String, String)] = []
    var backHref = Paths.issues

    func title(of project: ProjectNumber) -> String {
        [project.number, project.siteAddress].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// Somebody whom an issue may be about, and from when to when they were in charge (ARC-2).
struct PersonInCharge: Sendable, Hashable {
    let term: Assignment.Term
    /// Who in what duty; a duty has a name in each language.
    let title: LocalizedText

    init(_ assignment: Assignment, in zone: TimeZone) {
        term = assignment.term
        title = LocalizedText(
            Dictionary(
                uniqueKeysWithValues: Language.allCases.map {
                    ($0, "\(Words($0, zone: zone)(assignment.term.duty)) \(assignment.memberName)")
                }))
    }

    var person: ConcernedPerson { ConcernedPerson(duty: term.duty, memberID: term.memberID) }
    var value: String { "\(term.duty.rawValue):\(term.memberID)" }
    var choice: Choice { Choice(value: value, label: .text(title)) }
}

/// A caller, an answer, a visit: what the address of a new issue says.
enum IssueSourceLink: Sendable, Hashable {
    case page
    case caller(PhoneNumber)
    case customer(Customer.ID)
    case project(Project.ID)
    /// One answer of a sheet; nil is the call as a whole.
    case followUp(FollowUp.ID, question: String?)
    case visit(Visit.ID)

    init(_ items: (String) -> String?) {
        if let call = items("follow-up").flatMap(FollowUp.ID.init) {
            self = .followUp(call, question: items("question").flatMap { $0.utf8.count > 80 || $0.isEmpty ? nil : $0 })
        } else if let visit = items("visit").flatMap(Visit.ID.init) {
            self = .visit(visit)
        } else if let project = items("for-project").flatMap(Project.ID.init) {
            self = .project(project)
        } else if let customer = items("customer").flatMap(Customer.ID.init) {
            self = .customer(customer)
        } else if let phone = items("caller").flatMap({ PhoneNumber(typed: $0) }) {
            self = .caller(phone)
        } else {
            self = .page
        }
    }

    /// The same as items of an address or hidden fields of the form.
    var items: [(String, String)] {
        switch self {
        case .page: []
        case .caller(let phone): [("caller", phone.canonical)]
        case .customer(let id): [("customer", String(id))]
        case .project(let id): [("for-project", String(id))]
        case .followUp(let id, let question): [("follow-up", String(id)), ("question", question ?? "")]
        case .visit(let id): [("visit", String(id))]
        }
    }
}
