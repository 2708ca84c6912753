import Forms
import Foundation
import GRDB

/// Every statement about assignments of people to projects (ARC-2).
struct AssignmentStore: Sendable {
    let database: AppDatabase

    func ofProject(_ project: Project.ID) async throws -> ProjectPeople? {
        try await database.read { db in
            guard let found = try ProjectStore.fetch(db, project) else { return nil }
            return ProjectPeople(
                project: found, people: try Self.fetchOfProject(db, project),
                staff: try MemberStore.fetchAll(db))
        }
    }

    /// All past and current assignments of a project, by duty, the earliest first.
    static func fetchOfProject(_ db: Database, _ project: Project.ID) throws -> [Assignment] {
        let rows = try StoredRow.fetchAll(
            db,
            cached: """
                SELECT a.*, m.name AS member_name FROM assignment a JOIN member m ON m.id = a.member_id
                WHERE a.project_id = ? ORDER BY a.since, a.id
                """,
            arguments: [project])
        let people = try rows.map(Assignment.init)
        return Duty.allCases.flatMap { duty in people.filter { $0.term.duty == duty } }
    }

    /// Assigns a person; the duty's previous holder ends the day before.
    /// - Throws: `OverlappingAssignment`, `Refusal.notFound`.
    func add(
        _ term: Assignment.Term, to project: Project.ID, _ submission: SubmissionID, _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard try ProjectStore.fetch(db, project) != nil else { throw Refusal.notFound }
            try Self.endFormer(db, before: term, project: project)
            try Self.check(db, term, project: project, otherThan: nil)
            try Self.insert(db, term, project: project)
            try audit.append(
                db, .assignmentsChanged, .project(project), stamp,
                detail: ["duty": term.duty.rawValue, "member": String(term.memberID)])
            return Paths.people(project)
        }
    }

    /// Corrects or ends an assignment.
    /// - Throws: `StaleVersion`, `OverlappingAssignment`, `Refusal.notFound`.
    func correct(
        _ id: Assignment.ID, to term: Assignment.Term, project: Project.ID, version: Int, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            let stored = try Self.fetchOfProject(db, project).first { $0.id == id }
            guard let stored else { throw Refusal.notFound }
            guard stored.version == version else { throw StaleVersion() }
            try Self.check(db, term, project: project, otherThan: id)
            try Self.update(db, id, to: term)
            try audit.append(
                db, .assignmentsChanged, .project(project), stamp,
                detail: ["duty": term.duty.rawValue, "member": String(term.memberID), "assignment": String(id)])
            return Paths.people(project)
        }
    }

    static func insert(_ db: Database, _ term: Assignment.Term, project: Project.ID) throws {
        try db.execute(
            cached: """
                INSERT INTO assignment (project_id, duty, member_id, since, until)
                VALUES (:project, :duty, :member, :since, :until)
                """,
            arguments: [
                "project": project, "duty": term.duty.rawValue, "member": term.memberID, "since": term.since,
                "until": term.until,
            ])
    }

    private static func update(_ db: Database, _ id: Assignment.ID, to term: Assignment.Term) throws {
        try db.execute(
            cached: """
                UPDATE assignment SET duty = :duty, member_id = :member, since = :since, until = :until,
                    version = version + 1
                WHERE id = :id
                """,
            arguments: [
                "duty": term.duty.rawValue, "member": term.memberID, "since": term.since, "until": term.until, "id": id,
            ])
    }

    /// Only an open-ended assignment is ended; dates that were entered are never changed silently.
    private static func endFormer(_ db: Database, before term: Assignment.Term, project: Project.ID) throws {
        try db.execute(
            cached: """
                UPDATE assignment SET until = ?, version = version + 1
                WHERE project_id = ? AND duty = ? AND until IS NULL AND since < ?
                """,
            arguments: [term.since.adding(days: -1), project, term.duty.rawValue, term.since])
    }

    private static func check(
        _ db: Database, _ term: Assignment.Term, project: Project.ID, otherThan id: Assignment.ID?
    ) throws {
        let other = try fetchOfProject(db, project).first { $0.id != id && $0.term.overlaps(term) }
        if let other { throw OverlappingAssignment(other: other) }
    }
}

/// A project with its assignments, and the people who can be assigned.
struct ProjectPeople: Sendable {
    let project: Project
    let people: [Assignment]
    let staff: [Member]
}

extension Assignment {
    fileprivate init(row: StoredRow) throws {
        self.init(
            id: try row.value("id"), projectID: try row.value("project_id"),
            term: Term(
                duty: try row.value("duty"), memberID: try row.value("member_id"), since: try row.value("since"),
                until: try row.value("until")),
            memberName: try row.value("member_name"), version: try row.value("version"))
    }
}
