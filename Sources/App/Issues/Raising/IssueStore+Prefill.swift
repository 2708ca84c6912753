import Forms
import Foundation
import GRDB

extension IssueStore {
    /// Prefilled values from the record that an issue is raised from.
    /// - Parameter words: of the customer, read through their own door.
    /// - Throws: `Refusal.notFound` for a record that does not exist or is outside the member's scope.
    func origin(of occasion: IssueSourceLink, words: String = "", for member: Member) async throws -> IssuePrefill {
        try await database.read { db in
            var origin = try fetchOrigin(db, occasion, for: member)
            origin.items = occasion.items
            if !words.isEmpty { origin.words = words }
            return origin
        }
    }

    private func fetchOrigin(_ db: Database, _ occasion: IssueSourceLink, for member: Member) throws -> IssuePrefill {
        switch occasion {
        case .page: return IssuePrefill()
        case .caller(let phone):
            let holders = try CustomerStore.fetch(db, calledAt: [phone], otherThan: nil)
            guard holders.count == 1, let holder = holders.first else { return IssuePrefill(phone: phone) }
            // A caller outside the member's scope is a stranger to them (ACC-12).
            guard try !SiteStore.projects(db, of: holder.id, for: member).isEmpty || Self.seesAll(member) else {
                return IssuePrefill(phone: phone)
            }
            return try fetchOrigin(db, .customer(holder.id), for: member)
        case .customer(let id):
            let projects = try SiteStore.projects(db, of: id, for: member)
            guard !projects.isEmpty || Self.seesAll(member), let customer = try CustomerStore.fetch(db, id) else {
                throw Refusal.notFound
            }
            let name = CustomerName(
                id: id, name: customer.details.name, formOfAddress: customer.details.formOfAddress)
            guard projects.count == 1, let project = projects.first else {
                return IssuePrefill(
                    customer: name, projects: projects.map(Self.number),
                    backHref: Self.seesAll(member) ? Paths.customer(id) : Paths.issues)
            }
            return try fetchOrigin(db, project, for: member)
        case .project(let id):
            guard let project = try SiteStore.project(db, id, for: member) else { throw Refusal.notFound }
            return try fetchOrigin(db, project, for: member)
        case .followUp(let id, _):
            guard Permissions.may(member, .seeFollowUps), let call = try FollowUpStore.fetch(db, id),
                let project = try SiteStore.project(db, call.projectID, for: member)
            else { throw Refusal.notFound }
            var origin = try fetchOrigin(db, project, for: member)
            (origin.fixedSource, origin.sourceID, origin.backHref) = (.followUp, id.number, Paths.followUp(id))
            return origin
        case .visit(let id):
            guard let visit = try VisitStore.fetch(db, id, visibleTo: member),
                let project = try ProjectStore.fetch(db, visit.projectID)
            else { throw Refusal.notFound }
            var origin = try fetchOrigin(db, project, for: member)
            (origin.fixedSource, origin.sourceID, origin.backHref) = (.visit, id.number, Paths.visit(id))
            // The customer's further wishes that the technician declined (SVC-5).
            origin.words = try ServiceReportStore.fetchAnswer(db, id, .outcome, OutcomeForm.declinedWishes)
            return origin
        }
    }

    private func fetchOrigin(_ db: Database, _ project: Project, for member: Member) throws -> IssuePrefill {
        IssuePrefill(
            customer: project.customer, projects: [Self.number(project)],
            people: try AssignmentStore.fetchOfProject(db, project.id).map { PersonInCharge($0, in: zone) },
            backHref: Self.seesAll(member) ? Paths.project(project.id) : Paths.issues)
    }

    private static func seesAll(_ member: Member) -> Bool { Permissions.sites(for: member) == .all }

    static func number(_ project: Project) -> ProjectNumber {
        ProjectNumber(id: project.id, number: project.number, siteAddress: project.details.siteAddress)
    }
}
