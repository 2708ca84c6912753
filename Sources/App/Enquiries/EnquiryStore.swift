import Forms
import Foundation
import GRDB

/// Every statement about messages of strangers from the web (WEB-1, WEB-2).
struct EnquiryStore: Sendable {
    let database: AppDatabase
    let rules: CurrentRules
    let zone: TimeZone

    // MARK: What comes in

    /// - Returns: the number that is shown to the stranger.
    func receive(_ kind: MessageKind, _ message: Message, _ submission: SubmissionID, _ stamp: Stamp) async throws
        -> String
    {
        try await database.once(submission, stamp) { [self] db, stamp in
            switch kind {
            case .enquiry: try insert(db, message, stamp)
            case .complaint: try complain(db, message, stamp)
            }
        }
    }

    /// The number shown before, when the same form is sent twice.
    func number(toldTo submission: SubmissionID) async throws -> String? {
        try await database.answer(to: submission, by: nil)
    }

    /// Whether an idempotency key was used, whatever the form's content.
    func hasReceived(_ submission: SubmissionID) async throws -> Bool {
        do {
            return try await number(toldTo: submission) != nil
        } catch Refusal.conflict {
            return true
        }
    }

    private func insert(_ db: Database, _ message: Message, _ stamp: Stamp) throws -> String {
        let number = try DailyNumber.next(db, "ZX", of: .enquiry, on: Day(stamp.at, in: zone))
        try db.execute(
            cached: """
                INSERT INTO enquiry (number, name, phone, address, words, received_at, due_at)
                VALUES (:number, :name, :phone, :address, :words, :receivedAt, :dueAt)
                """,
            arguments: [
                "number": number, "name": message.name, "phone": message.phone.canonical, "address": message.address,
                "words": message.words, "receivedAt": stamp.at, "dueAt": stamp.at.addingTimeInterval(Enquiry.replyTime),
            ])
        try database.audit.append(db, .enquiryReceived, .enquiry(db.lastInsertedID()), stamp)
        return number
    }

    /// A complaint becomes an issue that nobody has taken first (ISS-1, ISS-6).
    private func complain(_ db: Database, _ message: Message, _ stamp: Stamp) throws -> String {
        let words = [message.words, message.address].filter { !$0.isEmpty }.joined(separator: "\n")
        let issue = RaisedIssue(
            source: .web, words: words, isComplaint: true, urgency: message.isUrgent ? .waterElectricity : .ordinary,
            callerName: message.name, callerPhone: message.phone.canonical)
        let id = try IssueStore.raise(db, database.audit, issue, under: rules.current, in: zone, stamp)
        return try String.fetchOne(db, cached: "SELECT number FROM issue WHERE id = ?", arguments: [id]) ?? ""
    }

    // MARK: Steps

    /// - Throws: `Refusal.notFound`; `Refusal.conflict` when the step is no longer possible.
    func take(
        _ action: EnquiryAction, _ bound: BoundForm, on id: Enquiry.ID, today: Day, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> String {
        let text = bound[EnquiryActionForm.text(action)] ?? ""
        let branch = bound[EnquiryActionForm.branch]
        let at = bound[EnquiryActionForm.at(today)]
        let day = bound[EnquiryActionForm.followUpOn(today)]
        return try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let enquiry = try Self.fetch(db, id) else { throw Refusal.notFound }
            guard action.isPossible(enquiry) else { throw Refusal.conflict("enquiry-done") }
            try db.execute(
                cached: """
                    UPDATE enquiry SET state = :state, answered_at = :answeredAt,
                        appointment_at = ifnull(:appointmentAt, appointment_at), branch = ifnull(:branch, branch),
                        follow_up_on = :followUpOn
                    WHERE id = :id
                    """,
                arguments: [
                    "state": Self.state(after: action, enquiry).rawValue,
                    "answeredAt": action == .answer || action == .appointment
                        ? enquiry.answeredAt ?? stamp.at : enquiry.answeredAt,
                    "appointmentAt": at?.description, "branch": branch,
                    "followUpOn": action == .secondFollowUp ? nil : day ?? enquiry.followUpOn, "id": id,
                ])
            try Self.insertStep(db, action.rawValue, of: id, text: text, stamp)
            try audit.append(db, .enquiryStep, .enquiry(id), stamp, detail: ["step": action.rawValue])
            return Paths.enquiry(id)
        }
    }

    private static func state(after action: EnquiryAction, _ enquiry: Enquiry) -> EnquiryState {
        switch action {
        case .answer: enquiry.state == .waiting ? .answered : enquiry.state
        case .appointment: .appointment
        case .handing: .potential
        case .secondFollowUp: enquiry.state
        case .closing: .closed
        case .reopening: enquiry.answeredAt == nil ? .waiting : .answered
        }
    }

    private static func insertStep(
        _ db: Database, _ kind: String, of id: Enquiry.ID, text: String, _ stamp: Stamp
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO enquiry_step (enquiry_id, number, kind, by_id, at, text)
                VALUES (:enquiry, (SELECT ifnull(max(number), 0) + 1 FROM enquiry_step WHERE enquiry_id = :enquiry),
                    :kind, :by, :at, :text)
                """,
            arguments: ["enquiry": id, "kind": kind, "by": stamp.member, "at": stamp.at, "text": text])
    }

    /// Links an enquiry to its new customer, inside the transaction of the registration.
    /// - Throws: `Refusal.notFound`; `Refusal.conflict` when somebody else was quicker.
    static func note(
        _ db: Database, _ audit: AuditTrail, _ customer: Customer.ID, from id: Enquiry.ID, _ stamp: Stamp
    ) throws {
        guard let enquiry = try fetch(db, id) else { throw Refusal.notFound }
        guard enquiry.state.isOpen else { throw Refusal.conflict("enquiry-done") }
        try db.execute(
            cached: """
                UPDATE enquiry SET state = 'customer', customer_id = ?, answered_at = ifnull(answered_at, ?),
                    follow_up_on = NULL WHERE id = ?
                """,
            arguments: [customer, stamp.at, id])
        try insertStep(db, "customer", of: id, text: "", stamp)
        try audit.append(db, .enquiryStep, .enquiry(id), stamp, detail: ["step": "customer"])
    }

    // MARK: Reading

    func find(_ id: Enquiry.ID) async throws -> Enquiry? { try await database.read { db in try Self.fetch(db, id) } }

    /// An enquiry with its steps, and the customers with its phone.
    func findWhole(_ id: Enquiry.ID) async throws -> EnquiryOverview? {
        try await database.read { db in try Self.whole(db, id) }
    }

    /// The same with the phone in full, which is audited (ACC-8).
    func findShowingPhone(_ id: Enquiry.ID, _ stamp: Stamp) async throws -> EnquiryOverview? {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            guard let whole = try Self.whole(db, id) else { return nil }
            try audit.append(db, .phoneShown, .enquiry(id), stamp)
            return whole
        }
    }

    private static func whole(_ db: Database, _ id: Enquiry.ID) throws -> EnquiryOverview? {
        guard let enquiry = try fetch(db, id) else { return nil }
        let steps = try StoredRow.fetchAll(
            db,
            cached: """
                SELECT s.*, m.name AS by_name FROM enquiry_step s JOIN member m ON m.id = s.by_id
                WHERE s.enquiry_id = ? ORDER BY s.number DESC
                """,
            arguments: [id])
        let phone = PhoneNumber(stored: enquiry.phone)
        return EnquiryOverview(
            enquiry: enquiry,
            steps: try steps.map {
                EnquiryStep(
                    kind: try $0.value("kind"),
                    by: MemberName(id: try $0.value("by_id"), name: try $0.value("by_name")), at: try $0.value("at"),
                    text: try $0.value("text"))
            },
            known: enquiry.customer != nil
                ? [] : try phone.map { try CustomerStore.fetch(db, calledAt: [$0], otherThan: nil) } ?? [])
    }

    private static func fetch(_ db: Database, _ id: Enquiry.ID) throws -> Enquiry? {
        try StoredRow.fetchOne(db, cached: "SELECT * FROM enquiry WHERE id = ?", arguments: [id], as: Enquiry.init)
    }
}

/// All data of an enquiry's page.
struct EnquiryOverview: Sendable {
    let enquiry: Enquiry
    /// The latest first.
    let steps: [EnquiryStep]
    let known: [CustomerName]
}

extension Enquiry {
    init(row: StoredRow) throws {
        id = try row.value("id")
        number = try row.value("number")
        name = try row.value("name")
        phone = try row.value("phone")
        address = try row.value("address")
        words = try row.value("words")
        receivedAt = try row.value("received_at")
        dueAt = try row.value("due_at")
        answeredAt = try row.value("answered_at")
        state = try row.value("state")
        appointmentAt = try row.value("appointment_at")
        branch = try row.value("branch")
        followUpOn = try row.value("follow_up_on")
        customer = try row.value("customer_id")
    }
}
