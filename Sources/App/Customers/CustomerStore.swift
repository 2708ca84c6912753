import Forms
import Foundation
import GRDB

/// Every statement about a single customer.
struct CustomerStore: Sendable {
    let database: AppDatabase

    // MARK: Reading

    func find(_ id: Customer.ID) async throws -> Customer? {
        try await database.read { db in try Self.fetch(db, id) }
    }

    /// The projects of a customer, the latest first.
    func projects(of id: Customer.ID) async throws -> [ProjectSummary] {
        try await database.read { db in try ProjectStore.fetchSummaries(db, ofCustomer: id) }
    }

    /// A customer with the phones in full, which is audited in the same transaction (ACC-8).
    /// - Parameter page: where the phones are shown.
    func findShowingPhones(_ id: Customer.ID, on page: PhonePage, _ stamp: Stamp) async throws -> Customer? {
        try await database.write(stamp) { [audit = database.audit] db, stamp in
            guard let customer = try Self.fetch(db, id) else { return nil }
            try audit.append(db, .phoneShown, .customer(id), stamp, detail: ["page": page.rawValue])
            return customer
        }
    }

    static func fetch(_ db: Database, _ id: Customer.ID) throws -> Customer? {
        let row = try StoredRow.fetchOne(
            db,
            cached: """
                SELECT c.*, m.name AS registered_by FROM customer c JOIN member m ON m.id = c.created_by
                WHERE c.id = ?
                """,
            arguments: [id])
        guard let row else { return nil }
        return try Customer(
            row: row, phones: try fetchPhones(db, of: id), knownBy: try fetchStaff(db, knowing: id))
    }

    static func fetchPhones(_ db: Database, of id: Customer.ID) throws -> [PhoneNumber] {
        try PhoneNumber.fetchAll(
            db, cached: "SELECT number FROM customer_phone WHERE customer_id = ? ORDER BY position", arguments: [id])
    }

    private static func fetchStaff(_ db: Database, knowing id: Customer.ID) throws -> [Member] {
        try StoredRow.fetchAll(
            db,
            cached: """
                SELECT \(MemberStore.columns) FROM member JOIN customer_contact k ON k.member_id = member.id
                WHERE k.customer_id = ? ORDER BY member.name, member.id
                """,
            arguments: [id], as: Member.init(row:))
    }

    /// Other customers with one of these numbers.
    static func fetch(_ db: Database, calledAt phones: [PhoneNumber], otherThan id: Customer.ID?) throws
        -> [CustomerName]
    {
        try phones.flatMap { phone in
            try StoredRow.fetchAll(
                db,
                cached: """
                    SELECT c.id, c.name, c.form_of_address FROM customer_phone p JOIN customer c ON c.id = p.customer_id
                    WHERE p.digits = ? AND c.id IS NOT ? ORDER BY c.id LIMIT 10
                    """,
                arguments: [phone.searchDigits, id], as: CustomerName.init)
        }.reduce(into: []) { found, name in
            if !found.contains(name) { found.append(name) }
        }
    }

    // MARK: Writing

    /// - Parameter sharesPhone: whether a duplicate phone was confirmed.
    /// - Returns: the path of the customer, or of the issue's customer match.
    /// - Throws: `SamePhone` without that confirmation.
    func register(
        _ details: CustomerDetails, sharesPhone: Bool, from origin: CustomerPrefill.Origin? = nil,
        _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            if !sharesPhone { try Self.checkPhones(db, details.phones, of: nil) }
            let id = try Self.insert(db, details, stamp)
            try audit.append(db, .customerRegistered, .customer(id), stamp)
            switch origin {
            case .enquiry(let enquiry): try EnquiryStore.note(db, audit, id, from: enquiry, stamp)
            case .issue(let issue):
                try IssueStore.note(db, audit, id, named: details.name, as: issue, stamp)
                return Paths.issueCustomer(issue)
            case nil: break
            }
            return Paths.customer(id)
        }
    }

    /// - Parameter version: the one that the form was opened with.
    /// - Throws: `StaleVersion` when somebody else was quicker, `SamePhone`, `Refusal.notFound`.
    func correct(
        _ id: Customer.ID, to details: CustomerDetails, version: Int, sharesPhone: Bool, _ submission: SubmissionID,
        _ stamp: Stamp
    ) async throws -> String {
        try await database.once(submission, stamp) { [audit = database.audit] db, stamp in
            guard let stored = try Self.fetch(db, id) else { throw Refusal.notFound }
            guard stored.version == version else { throw StaleVersion() }
            let added = details.phones.filter { !stored.details.phones.contains($0) }
            if !sharesPhone { try Self.checkPhones(db, added, of: id) }
            try Self.update(db, id, to: details)
            try audit.append(
                db, .customerCorrected, .customer(id), stamp,
                detail: ["fields": stored.details.differences(from: details).joined(separator: ",")])
            return Paths.customer(id)
        }
    }

    /// Inserts a customer inside a larger transaction, such as an import.
    static func insert(_ db: Database, _ details: CustomerDetails, _ stamp: Stamp) throws -> Customer.ID {
        try db.execute(
            cached: """
                INSERT INTO customer (name, form_of_address, address, grade, is_key, agrees_to_sms, notes, created_at,
                    created_by)
                VALUES (:name, :formOfAddress, :address, :grade, :isKey, :agreesToSms, :notes, :createdAt, :createdBy)
                """,
            arguments: [
                "name": details.name, "formOfAddress": details.formOfAddress.rawValue, "address": details.address,
                "grade": details.grade.rawValue, "isKey": details.isKey, "agreesToSms": details.agreesToSMS,
                "notes": details.notes, "createdAt": stamp.at, "createdBy": stamp.member,
            ])
        let id: Customer.ID = db.lastInsertedID()
        try insertPhonesAndContacts(db, id, details)
        try refreshIndex(db, id)
        return id
    }

    private static func update(_ db: Database, _ id: Customer.ID, to details: CustomerDetails) throws {
        try db.execute(
            cached: """
                UPDATE customer SET name = :name, form_of_address = :formOfAddress, address = :address,
                    grade = :grade, is_key = :isKey, agrees_to_sms = :agreesToSms, notes = :notes,
                    version = version + 1
                WHERE id = :id
                """,
            arguments: [
                "name": details.name, "formOfAddress": details.formOfAddress.rawValue, "address": details.address,
                "grade": details.grade.rawValue, "isKey": details.isKey, "agreesToSms": details.agreesToSMS,
                "notes": details.notes, "id": id,
            ])
        try db.execute(cached: "DELETE FROM customer_phone WHERE customer_id = ?", arguments: [id])
        try db.execute(cached: "DELETE FROM customer_contact WHERE customer_id = ?", arguments: [id])
        try insertPhonesAndContacts(db, id, details)
        try refreshIndex(db, id)
    }

    private static func insertPhonesAndContacts(_ db: Database, _ id: Customer.ID, _ details: CustomerDetails) throws {
        let phone = try db.cachedStatement(
            sql: "INSERT INTO customer_phone (customer_id, position, number, digits) VALUES (?, ?, ?, ?)")
        for (position, number) in details.phones.enumerated() {
            try phone.execute(arguments: [id, position, number.canonical, number.searchDigits])
        }
        let contact = try db.cachedStatement(
            sql: "INSERT INTO customer_contact (customer_id, member_id) VALUES (?, ?)")
        for member in details.knownBy { try contact.execute(arguments: [id, member]) }
    }

    private static func checkPhones(_ db: Database, _ phones: [PhoneNumber], of id: Customer.ID?) throws {
        let others = try fetch(db, calledAt: phones, otherThan: id)
        guard others.isEmpty else { throw SamePhone(others: others) }
    }
}

/// The page on which phones were shown in full.
enum PhonePage: String, Sendable {
    case card
    case correction
    case workOrder = "work-order"
    case sheet
}

extension PhoneNumber {
    /// A stored number; still read if a later version would spell it otherwise.
    init?(stored: String) {
        guard let phone = PhoneNumber(canonical: stored) ?? PhoneNumber(typed: stored) else { return nil }
        self = phone
    }
}

extension CustomerDetails {
    /// Names of the fields that differ; only names may be written to the audit trail.
    func differences(from other: CustomerDetails) -> [String] {
        var fields: [String] = []
        if name != other.name { fields.append("name") }
        if formOfAddress != other.formOfAddress { fields.append("form-of-address") }
        if phones != other.phones { fields.append("phones") }
        if address != other.address { fields.append("address") }
        if grade != other.grade { fields.append("grade") }
        if isKey != other.isKey { fields.append("key") }
        if agreesToSMS != other.agreesToSMS { fields.append("sms") }
        if knownBy != other.knownBy { fields.append("known-by") }
        if notes != other.notes { fields.append("notes") }
        return fields
    }
}

extension Customer {
    fileprivate init(row: StoredRow, phones: [PhoneNumber], knownBy: [Member]) throws {
        self.init(
            id: try row.value("id"),
            details: CustomerDetails(
                name: try row.value("name"), formOfAddress: try row.value("form_of_address"),
                phones: phones, address: try row.value("address"), grade: try row.value("grade"),
                isKey: try row.value("is_key"), agreesToSMS: try row.value("agrees_to_sms"),
                knownBy: Set(knownBy.map(\.id)),
                notes: try row.value("notes")),
            knownBy: knownBy, registeredAt: try row.value("created_at"), registeredBy: try row.value("registered_by"),
            version: try row.value("version"))
    }
}

extension CustomerName {
    /// From the columns `id`, `name` and `form_of_address`.
    init(row: StoredRow) throws {
        self.init(
            id: try row.value("id"), name: try row.value("name"), formOfAddress: try row.value("form_of_address"))
    }
}
