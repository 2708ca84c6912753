/// The values of `components/list-table.mustache`; the first column is the row's header.
enum ListTable {
    /// - Parameter caption: for screen readers.
    static func values<Item>(_ columns: [Column<Item>], _ rows: [Item], caption: String, _ words: Words) -> PageValue {
        let shown = columns.filter { !$0.isOnlyInFile }
        return .page([
            "caption": .text(caption), "columns": .list(shown.map { ["heading": .text(words($0.heading))] }),
            "rows": .list(
                rows.map { row in
                    [
                        "cells": .list(
                            shown.enumerated().map { place, column in
                                cell(column, of: row, isFirst: place == 0, words)
                            })
                    ]
                }),
        ])
    }

    private static func cell<Item>(
        _ column: Column<Item>, of row: Item, isFirst: Bool, _ words: Words
    ) -> PageValues {
        let cell = column.cell(row)
        return [
            "isFirst": .flag(isFirst), "heading": .text(words(column.heading)), "isNumber": .flag(cell.isNumber),
            "text": .text(cell.onPage(words)), "href": .optional(column.href?(row)),
            "soft": .optional(column.soft?(row)),
            "badge": column.badge.map { .badge($0(row), cell.onPage(words)) } ?? .none,
        ]
    }
}
