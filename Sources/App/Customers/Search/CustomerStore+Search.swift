import Forms
import Foundation
import GRDB

/// Full-text search of customers by any part of name, phone, address or project number, in an n-gram index (ARC-4).
extension CustomerStore {
    /// Rebuilds the whole index, after a change of what is indexed.
    static func indexAnew(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO customer_gram (customer_gram) VALUES ('delete-all');
                DELETE FROM customer_search;
                """)
        for id in try Customer.ID.fetchAll(db, sql: "SELECT id FROM customer ORDER BY id") { try refreshIndex(db, id) }
    }

    /// Updates the index for a customer with its projects, inside the transaction of the change.
    static func refreshIndex(_ db: Database, _ id: Customer.ID) throws {
        let text = try fetchSearchText(db, id)
        let tags = try fetchTags(db, id)
        let stored = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT text, tags FROM customer_search WHERE customer_id = ?"), arguments: [id])
        if let stored {
            let (oldText, oldTags): (String, String) = try (stored.value("text"), stored.value("tags"))
            guard oldText != text || oldTags != tags else { return }
            // A contentless index deletes a text only when given exactly what was inserted.
            try db.cachedStatement(
                sql: "INSERT INTO customer_gram (customer_gram, rowid, grams) VALUES ('delete', ?, ?)"
            ).execute(arguments: [id, indexed(oldText, oldTags)])
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO customer_search (customer_id, text, tags) VALUES (?, ?, ?)
                ON CONFLICT (customer_id) DO UPDATE SET text = excluded.text, tags = excluded.tags
                """
        ).execute(arguments: [id, text, tags])
        try db.cachedStatement(sql: "INSERT INTO customer_gram (rowid, grams) VALUES (?, ?)")
            .execute(arguments: [id, indexed(text, tags)])
    }

    private static func indexed(_ text: String, _ tags: String) -> String {
        SearchText.grams(of: text.split(separator: "\n")) + tags
    }

    private static func fetchSearchText(_ db: Database, _ id: Customer.ID) throws -> String {
        let texts = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT name FROM customer WHERE id = :id
                    UNION ALL SELECT address FROM customer WHERE id = :id
                    UNION ALL SELECT number FROM project WHERE customer_id = :id
                    UNION ALL SELECT DISTINCT site_address FROM project WHERE customer_id = :id
                    """),
            arguments: ["id": id])
        let phones = try String.fetchAll(
            db.cachedStatement(sql: "SELECT digits FROM customer_phone WHERE customer_id = ? ORDER BY position"),
            arguments: [id])
        var seen: Set<String> = []
        return (texts.map(SearchText.normalised) + phones.map(SearchText.phoneLine))
            .filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "\n")
    }

    private static func fetchTags(_ db: Database, _ id: Customer.ID) throws -> String {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT grade, is_key FROM customer WHERE id = ?"), arguments: [id])
        guard let row else { return "" }
        return ([CustomerTag.grade(try row.value("grade"))] + (try row.value("is_key") ? [CustomerTag.key] : []))
            .joined(separator: " ")
    }

    /// Runs a filter: one page of the list, or the only customer with the typed number.
    func search(_ filter: CustomerFilter, _ part: ListPart = .page(1)) async throws -> CustomerSearchResult {
        try await database.read { db in
            let typedPhone = PhoneNumber(typed: filter.query)
            if let typedPhone {
                let holders = try Self.fetch(db, calledAt: [typedPhone], otherThan: nil)
                if holders.count == 1, let holder = holders.first { return .card(holder.id) }
            }
            let list = try Self.fetchList(db, filter, part)
            if typedPhone != nil, list.count == 1, let only = list.rows.first { return .card(only.id) }
            return .list(list)
        }
    }

    /// The matching customers from the first on, up to the maximum of a file.
    func export(_ filter: CustomerFilter) async throws -> [CustomerRow] {
        try await database.read { db in try Self.fetchList(db, filter, .file).rows }
    }

    static func fetchList(
        _ db: Database, _ filter: CustomerFilter, _ part: ListPart = .page(1)
    ) throws -> ListSlice<CustomerRow> {
        guard !filter.isUnsearchable else { return ListSlice(part, of: []) }
        let found = matches(filter)
        let ids: [Customer.ID] = try db.ids(
            of: found.source, id: found.id, where: found.condition, by: "\(found.id) DESC", part)
        let rows = try fetchRows(db, ids, lookedFor: filter.words.first ?? "")
        guard part != .file else { return ListSlice(part, found: rows) }
        let limit = filter.isNarrowed ? Database.countLimit : nil
        let count = try db.count(of: found.source, where: found.condition, to: limit)
        return ListSlice(part, found: rows, count: count, countedTo: limit ?? .max)
    }

    private static func matches(_ filter: CustomerFilter) -> (source: String, id: String, condition: SQL) {
        let words = filter.words
        guard !words.isEmpty || !filter.tags.isEmpty else { return ("customer c", "c.id", "1") }
        // Letters generated by us: nothing typed reaches the index's query syntax.
        let spellings = words.map { SearchText.spellings(of: $0, filter.phones) }
        let terms = spellings.map { ways in
            "(" + ways.map { "(\(SearchText.grams(ofWord: $0)))" }.joined(separator: " OR ") + ")"
        }
        let unsure = spellings.filter { !$0.allSatisfy(SearchText.isExact) }.map { ways -> SQL in
            let spelled = ways.map { way -> SQL in "instr(s.text, \(way)) > 0" }
            return "(\(spelled.joined(separator: " OR ")))"
        }
        let match: SQL = "customer_gram MATCH \((terms + filter.tags).joined(separator: " AND "))"
        return (
            "customer_gram g CROSS JOIN customer_search s ON s.customer_id = g.rowid", "g.rowid",
            ([match] + unsure).joined(separator: " AND ")
        )
    }

    private static func fetchRows(
        _ db: Database, _ ids: [Customer.ID], lookedFor word: String
    ) throws -> [CustomerRow] {
        try ids.compactMap { id -> CustomerRow? in
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT id, name, form_of_address, grade, is_key, address FROM customer WHERE id = ?"),
                arguments: [id])
            guard let row else { return nil }
            let projects = try fetchProjects(db, of: id, lookedFor: word)
            return CustomerRow(
                customer: try CustomerName(row: row), grade: try row.value("grade"), isKey: try row.value("is_key"),
                address: try row.value("address"), phones: try fetchPhones(db, of: id),
                projects: Array(projects.prefix(CustomerRow.mostProjects)), projectCount: projects.count)
        }
    }

    /// The latest first, but before them those whose number or address matches.
    static func fetchProjects(
        _ db: Database, of id: Customer.ID, lookedFor word: String
    ) throws -> [ProjectNumber] {
        let projects = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT id, number, site_address FROM project WHERE customer_id = ? ORDER BY id DESC LIMIT 1000"),
            arguments: [id]
        ).map {
            ProjectNumber(
                id: try $0.value("id"), number: try $0.value("number"), siteAddress: try $0.value("site_address"))
        }
        guard !word.isEmpty, projects.count > CustomerRow.mostProjects else { return projects }
        let isMeant = { (project: ProjectNumber) in
            [project.number, project.siteAddress].contains { SearchText.normalised($0).contains(word) }
        }
        return projects.filter(isMeant) + projects.filter { !isMeant($0) }
    }
}
