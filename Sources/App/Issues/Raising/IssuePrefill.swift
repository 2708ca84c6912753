import Forms
import Foundation
import Rulebooks

/// Prefilled values of a new issue, from the record that it is raised from (ISS-1).
struct IssuePrefill: Sendable {
    var customer: CustomerName?
    /// The issue's project, or all of the customer's to choose from.
    var projects: [ProjectNumber] = []
    /// The people in charge of the one project on that day.
    var people: [PersonInCharge] = []
    /// The source, when it cannot be chosen.
    var fixedSource: IssueSource?
    var sourceID: Int?
    /// The customer's words known so far: one answer of a sheet, or a wish that a technician declined.
    var words = ""
    /// When it was said, if not now.
    var at: Date?
    /// The phone number of an unknown caller.
    var phone: PhoneNumber?
    /// The query items of the form's address.
    var items: [(String, String)] = []
    var backHref = Paths.issues

    func title(of project: ProjectNumber) -> String {
        [project.number, project.siteAddress].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// A person whom an issue may be about, and the dates of their assignment (ARC-2).
struct PersonInCharge: Sendable, Hashable {
    let term: Assignment.Term
    /// Name and duty; a duty has a name in each language.
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

/// The record that an issue is raised from, as named in the form's address: a caller, an answer, a visit.
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

    /// Query items of an address, or hidden fields of the form.
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
