import Forms
import Rulebooks

/// Step 4: parts removed and installed, by serial number (SVC-3a).
struct ReplacementsForm {
    static let what = Field.choice("what", Replacement.What.allCases.map { Choice($0.rawValue) }, required: true)
    static let name = Field.text("name", maximum: 60)
    static let oldSerial = Field.text("old-serial", maximum: 60, autocomplete: "off")
    static let newSerial = Field.text("new-serial", maximum: 60, autocomplete: "off")
    static let isReturned = Field.choice("returned", [Choice("yes"), Choice("no")], required: true)
    static let rows = Field.rows(
        "replacements", columns: [what, name, oldSerial, newSerial, isReturned], atMost: 20, hint: true)

    static let form = Form("report-replacements", [rows], rules: [namesSomething, differentSerials])

    /// Rule: each row names what was installed, by name or number.
    private static let namesSomething = FormRule("names-something") { bound in
        cells(bound).compactMap { cell in
            cell.name.isEmpty && cell.new.isEmpty
                ? FieldError(field: "\(cell.path).name", code: "nothing-put-in") : nil
        }
    }

    /// Rule: a serial number occurs only once, and is not both removed and installed.
    private static let differentSerials = FormRule("different-serials") { bound in
        var seen: Set<String> = []
        return cells(bound).flatMap { cell -> [FieldError] in
            guard !cell.new.isEmpty else { return [] }
            let field = "\(cell.path).new-serial"
            if cell.new.lowercased() == cell.old.lowercased() { return [FieldError(field: field, code: "same-serial")] }
            guard seen.insert(cell.new.lowercased()).inserted else {
                return [FieldError(field: field, code: "serial-twice")]
            }
            return []
        }
    }

    /// The values of each row, with the path of its cells.
    static func cells(_ bound: BoundForm) -> [(path: String, name: String, old: String, new: String)] {
        bound.rowIndices(rows.definition.name).map { index in
            let path = "\(rows.definition.name).\(index)"
            let typed = { (column: String) in TypedText.oneLine(bound.typed("\(path).\(column)")) }
            return (path, typed("name"), typed("old-serial"), typed("new-serial"))
        }.filter { cell in
            ["what", "name", "old-serial", "new-serial", "returned"].contains {
                !bound.typed("\(cell.path).\($0)").isEmpty
            }
        }
    }

    /// Adds errors for serial numbers that are on record at another place.
    /// - Parameter places: where equipment with these numbers is installed, by lower-case number.
    static func checking(_ bound: BoundForm, against places: [String: InstalledPlace], in project: Project.ID)
        -> BoundForm
    {
        cells(bound).reduce(bound) { bound, cell in
            var bound = bound
            if let place = places[cell.new.lowercased()], !cell.new.isEmpty {
                bound = bound.adding(
                    FieldError(
                        field: "\(cell.path).new-serial", code: "serial-installed",
                        arguments: ["project": place.projectNumber]))
            }
            if let place = places[cell.old.lowercased()], !cell.old.isEmpty, place.projectID != project {
                bound = bound.adding(
                    FieldError(
                        field: "\(cell.path).old-serial", code: "serial-elsewhere",
                        arguments: ["project": place.projectNumber]))
            }
            return bound
        }
    }

    /// - Parameter end: the last day of the removed piece's warranty, by its serial number.
    static func replacements(
        _ bound: BoundForm, on day: Day, _ term: ReplacedPartWarranty, remaining end: (String) -> Day?
    ) -> [Replacement] {
        (bound[rows] ?? []).compactMap { row in
            guard let what = row[what].flatMap(Replacement.What.init) else { return nil }
            let old = row[oldSerial] ?? ""
            return Replacement(
                what: what, name: row[name] ?? "", oldSerial: old, newSerial: row[newSerial] ?? "",
                isOldReturned: row[isReturned] == "yes", warrantyUntil: term.end(replacedOn: day, remaining: end(old)))
        }
    }
}

/// Where a piece of equipment is installed.
struct InstalledPlace: Sendable, Hashable {
    let projectID: Project.ID
    let projectNumber: String
    /// The last day of its own warranty; nil when it has none.
    let warrantyUntil: Day?
}

extension ReplacementsForm {
    /// Every serial number in a typed or saved form.
    static func serials(_ entered: [String: [String]]) -> [String] {
        entered.filter { $0.key.hasSuffix("-serial") }.flatMap(\.value).map(TypedText.oneLine).filter { !$0.isEmpty }
    }
}
