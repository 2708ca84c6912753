import Markup

/// The values of `components/list-table.mustache`; the first column is the row's header.
enum ListTable {
    /// - Parameter caption: for screen readers.
    static func values<Item>(_ columns: [Column<Item>], _ rows: [Item], caption: String, _ words: Words) -> PageValue {
        let shown = columns.filter { !$0.isOnlyInFile }
        let headings = shown.map { PageValue.text(words($0.heading)) }
        return .page([
            "caption": .text(caption), "columns": .list(headings.map { ["heading": $0] }),
            "rows": .list(
                rows.map { row in
                    [
                        "cells": .list(
                            zip(shown, headings).enumerated().map { place, column in
                                cell(column.0, of: row, column.1, isFirst: place == 0, words)
                            })
                    ]
                }),
        ])
    }

    private static func cell<Item>(
        _ column: Column<Item>, of row: Item, _ heading: PageValue, isFirst: Bool, _ words: Words
    ) -> PageValues {
        let cell = column.cell(row)
        let text = cell.onPage(words)
        return [
            "isFirst": .flag(isFirst), "heading": heading, "isNumber": .flag(cell.isNumber), "text": .text(text),
            "href": .optional(column.href?(row)), "soft": .optional(column.soft?(row)),
            "badge": column.badge.map { .badge($0(row), text) } ?? .none,
        ]
    }
}
