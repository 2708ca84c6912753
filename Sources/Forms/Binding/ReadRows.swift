extension FieldReader {
    /// Binds each row as a small form of its columns; rows without input are skipped.
    func rows(_ columns: [FieldDefinition], atMost: Int) -> Reading {
        let typedRows = Self.typedRows(of: field.name, columns, in: entered).filter { !$0.isBlank }
        var errors: [FieldError] = []
        if typedRows.count > atMost {
            errors.append(.tooMany(field.name, maximum: atMost, actual: typedRows.count))
        }
        var rows: [[String: FieldValue]] = []
        for row in typedRows.prefix(max(0, atMost)) {
            let bound = FieldBinder(fields: columns, entered: row.cells, today: today).bind()
            errors += bound.errors.map { $0.inRow("\(field.name).\(row.index)") }
            if !bound.values.isEmpty { rows.append(bound.values) }
        }
        guard errors.isEmpty else { return .wrong(errors) }
        return rows.isEmpty ? .empty : .value(.rows(rows))
    }

    /// The rows with inputs on the page, in order.
    static func typedRows(
        of table: String, _ columns: [FieldDefinition], in entered: [String: [String]]
    ) -> [TypedRow] {
        var cells: [Int: [String: [String]]] = [:]
        for (input, typed) in entered {
            guard let cell = RowName(input, table: table),
                columns.contains(where: { $0.reader(of: cell.column) != nil })
            else { continue }
            cells[cell.index, default: [:]][cell.column] = typed
        }
        return cells.keys.sorted().map { TypedRow(index: $0, cells: cells[$0] ?? [:]) }
    }
}

/// The raw input of one row, with the index in its inputs' names.
struct TypedRow {
    let index: Int
    let cells: [String: [String]]

    var isBlank: Bool {
        cells.values.allSatisfy { $0.allSatisfy { TypedText.oneLine($0).isEmpty } }
    }
}
