import Forms
import Foundation
import GRDB

/// Full-text search of customers by any part of name, phone, address or project number, in an n-gram index (ARC-4).
extension CustomerStore {
    /// Rebuilds the whole index, after a change of what is indexed.
    static func indexAnew(_ db: Database) throws {
        try db.execute(cached: "INSERT INTO customer_gram (customer_gram) VALUES ('delete-all')")
        try db.execute(cached: "DELETE FROM customer_search")
        for id in try Customer.ID.fetchAll(db, cached: "SELECT id FROM customer ORDER BY id") {
            try refreshIndex(db, id)
        }
    }

    /// Updates the index for a customer with its projects, inside the transaction of the change.
    static func refreshIndex(_ db: Database, _ id: Customer.ID) throws {
        let text = try fetchSearchText(db, id)
        let tags = try fetchTags(db, id)
        let stored = try StoredRow.fetchOne(
            db, cached: "SELECT text, tags FROM customer_search WHERE customer_id = ?", arguments: [id])
        if let stored {
            let (oldText, oldTags): (String, String) = try (stored.value("text"), stored.value("tags"))
            guard oldText != text || oldTags != tags else { return }
            // A contentless index deletes a text only when given exactly what was inserted.
            try db.execute(
                cached: "INSERT INTO customer_gram (customer_gram, rowid, grams) VALUES ('delete', ?, ?)",
                arguments: [id, indexed(oldText, oldTags)])
        }
        try db.execute(
            cached: """
                INSERT INTO customer_search (customer_id, text, tags) VALUES (?, ?, ?)
                ON CONFLICT (customer_id) DO UPDATE SET text = excluded.text, tags = excluded.tags
                """,
            arguments: [id, text, tags])
        try db.execute(
            cached: "INSERT INTO customer_gram (rowid, grams) VALUES (?, ?)",
            arguments: [id, indexed(text, tags)])
    }

    private static func indexed(_ text: String, _ tags: String) -> String {
        SearchText.grams(of: text.split(separator: "\n")) + tags
    }

    private static func fetchSearchText(_ db: Database, _ id: Customer.ID) throws -> String {
        let texts = try String.fetchAll(
            db,
            cached: """
                SELECT name FROM customer WHERE id = :id
                UNION ALL SELECT address FROM customer WHERE id = :id
                UNION ALL SELECT number FROM project WHERE customer_id = :id
                UNION ALL SELECT DISTINCT site_address FROM project WHERE customer_id = :id
                """,
            arguments: ["id": id])
        let phones = try String.fetchAll(
            db, cached: "SELECT digits FROM customer_phone WHERE customer_id = ? ORDER BY position",
            arguments: [id])
        var seen: Set<String> = []
        return (texts.map(SearchText.normalised) + phones.map(SearchText.phoneLine))
            .filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "\n")
    }

    private static func fetchTags(_ db: Database, _ id: Customer.ID) throws -> String {
        let row = try StoredRow.fetchOne(
            db, cached: "SELECT grade, is_key FROM customer WHERE id = ?", arguments: [id])
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

    /// The matching customers from the first on, up to the maximum of a file, with all their projects.
    func export(_ filter: CustomerFilter) async throws -> ListSlice<CustomerRow> {
        try await database.read { db in try Self.fetchList(db, filter, .file) }
    }

    static func fetchList(
        _ db: Database, _ filter: CustomerFilter, _ part: ListPart = .page(1)
    ) throws -> ListSlice<CustomerRow> {
        guard !filter.isUnsearchable else { return ListSlice(part, of: []) }
        let found = matches(filter)
        let ids: [Customer.ID] = try db.ids(
            of: found.source, id: found.id, where: found.condition, by: "\(found.id) DESC", part)
        let rows = try fetchRows(
            db, ids, lookedFor: filter.words.first ?? "", mostProjects: part == .file ? .max : CustomerRow.mostProjects)
        guard part != .file else { return ListSlice(part, found: rows) }
        guard filter.isNarrowed else { return ListSlice(part, found: rows, count: try db.keptCount(of: .customer)) }
        let count = try db.count(of: found.source, where: found.condition, to: Database.countLimit)
        return ListSlice(part, found: rows, count: count, countedTo: Database.countLimit)
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
        // Texts are looked at only where the index leaves a doubt: a search may find a thousand customers to count.
        guard !unsure.isEmpty else { return ("customer_gram g", "g.rowid", match) }
        return (
            "customer_gram g CROSS JOIN customer_search s ON s.customer_id = g.rowid", "g.rowid",
            ([match] + unsure).joined(separator: " AND ")
        )
    }

    /// Three statements, however many customers: the customers, their phones, their projects. The joins are CROSS so that
    /// each customer is looked up, and no table walked.
    private static func fetchRows(
        _ db: Database, _ ids: [Customer.ID], lookedFor word: String, mostProjects: Int
    ) throws -> [CustomerRow] {
        let phones = try fetchPhones(db, of: ids)
        let projects = try fetchProjects(db, of: ids)
        return try StoredRow.fetchAll(
            db,
            cached: """
                SELECT c.id, c.name, c.form_of_address, c.grade, c.is_key, c.address
                FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value ORDER BY wanted.key
                """,
            arguments: [ids.json()]
        ) { row in
            let customer = try CustomerName(row: row)
            let projects = sorted(projects[customer.id] ?? [], lookedFor: word)
            return CustomerRow(
                customer: customer, grade: try row.value("grade"), isKey: try row.value("is_key"),
                address: try row.value("address"), phones: phones[customer.id] ?? [],
                projects: Array(projects.prefix(mostProjects)), projectCount: projects.count)
        }
    }

    private static func fetchPhones(_ db: Database, of ids: [Customer.ID]) throws -> [Customer.ID: [PhoneNumber]] {
        let rows = try StoredRow.fetchAll(
            db,
            cached: """
                SELECT p.customer_id, p.number FROM json_each(?) wanted
                CROSS JOIN customer_phone p ON p.customer_id = wanted.value ORDER BY p.customer_id, p.position
                """,
            arguments: [ids.json()]
        ) { row in (try row.value("customer_id") as Customer.ID, try row.value("number") as PhoneNumber) }
        return rows.reduce(into: [:]) { phones, row in phones[row.0, default: []].append(row.1) }
    }

    /// The latest first, at most a thousand of each customer.
    private static func fetchProjects(
        _ db: Database, of ids: [Customer.ID]
    ) throws -> [Customer.ID: [ProjectNumber]] {
        let rows = try StoredRow.fetchAll(
            db,
            cached: """
                SELECT p.customer_id, p.id, p.number, p.site_address FROM json_each(?) wanted
                CROSS JOIN project p ON p.id IN (
                    SELECT id FROM project WHERE customer_id = wanted.value ORDER BY id DESC LIMIT 1000)
                ORDER BY p.id DESC
                """,
            arguments: [ids.json()]
        ) { row in
            let number = ProjectNumber(
                id: try row.value("id"), number: try row.value("number"), siteAddress: try row.value("site_address"))
            return (try row.value("customer_id") as Customer.ID, number)
        }
        return rows.reduce(into: [:]) { projects, row in projects[row.0, default: []].append(row.1) }
    }

    /// Before the latest come those whose number or address is looked for.
    private static func sorted(_ projects: [ProjectNumber], lookedFor word: String) -> [ProjectNumber] {
        guard !word.isEmpty, projects.count > CustomerRow.mostProjects else { return projects }
        let isMeant = { (project: ProjectNumber) in
            [project.number, project.siteAddress].contains { SearchText.normalised($0).contains(word) }
        }
        return projects.filter(isMeant) + projects.filter { !isMeant($0) }
    }
}
