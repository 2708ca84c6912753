import Forms
import Markup

/// The values of a field's template.
struct FieldValues {
    let bound: BoundForm
    let words: Words
    /// False on forms where nearly everything is optional, so that the word would be noise.
    var marksOptional = true
    /// Tells the form apart from all others, when its fields are kept as drawn while nothing is entered in them.
    var keptAs: String?

    func make(_ field: FieldDefinition) -> PageValues {
        guard let keptAs, isBlank(field.name) else { return make(field, input: field.name) }
        let key = "\(keptAs) \(marksOptional) \(field.name)"
        let fragment = Fragment("fields/" + field.kind.templateName, key: key) {
            [form = bound.form, words, marksOptional] in
            FieldValues(bound: form.blank, words: words, marksOptional: marksOptional).make(field)
        }
        return ["template": "fields/kept", "field": .fragment(fragment)]
    }

    private func isBlank(_ name: String) -> Bool {
        bound.errors(for: name).isEmpty
            && !bound.entered.keys.contains { $0 == name || $0.hasPrefix(name + ".") }
    }

    /// - Parameter input: the input's name; in a table, that of the cell.
    private func make(_ field: FieldDefinition, input: String) -> PageValues {
        let id = Self.id(input)
        let error = bound.errors(for: input).first.map(message)
        let hint = field.hint.map(words.callAsFunction(_:))
        let notes = [hint.map { _ in id + "-hint" }, error.map { _ in id + "-error" }].compactMap { $0 }
        let values: PageValues = [
            "template": .text("fields/" + field.kind.templateName), "id": .text(id), "name": .text(input),
            "label": .text(words(field.label)), "hint": .optional(hint), "error": .optional(error),
            "describedBy": notes.isEmpty ? .none : .text(notes.joined(separator: " ")),
            "required": .flag(field.isRequired),
            "optional": .flag(marksOptional && !field.isRequired && field.kind.saysOptional),
            "value": .text(bound.typed(input)), "autocomplete": .optional(field.autocomplete),
            "shownWhen": .optional(field.shownWhen.map { "\($0.field)=\($0.values.sorted().joined(separator: ","))" }),
            "inputMode": .optional(field.kind.inputMode), "maximum": .optional(field.kind.maximum),
            "section": .optional(field.section),
        ]
        return values.merging(specific(field, input: input, id: id)) { _, own in own }
    }

    private func specific(_ field: FieldDefinition, input: String, id: String) -> PageValues {
        switch field.kind {
        case .text, .textArea, .password, .number, .money, .phone, .signature: [:]
        case .date: ["isNative": .flag(Self.isNativeDate(bound.typed(input)))]
        case .dateTime: dateTime(input, id: id)
        case .choice(let choices): options(choices, input: input, id: id, select: choices.count > 6)
        case .choices(let choices): options(choices, input: input, id: id, select: false)
        case .person(let choices): options(choices, input: input, id: id, select: true)
        case .scale(let choices):
            options(choices, input: input, id: id, select: false, isRating: true)
                .merging(["notRated": .flag(bound.typed(input).isEmpty && bound.entered[input] != nil)]) { $1 }
        case .flag: ["checked": .flag(bound.typed(input) == "yes")]
        case .rows(let columns, let atMost): rows(columns, of: input, atMost: atMost)
        }
    }

    private func options(
        _ choices: [Choice], input: String, id: String, select: Bool, isRating: Bool = false
    ) -> PageValues {
        let chosen = Set(bound.entered[input] ?? [])
        return [
            "useSelect": .flag(select),
            "options": .list(
                choices.enumerated().map { index, choice in
                    [
                        "id": .text("\(id)-\(index)"), "name": .text(input), "value": .text(choice.value),
                        "label": .text(words(choice.label)), "checked": .flag(chosen.contains(choice.value)),
                        "key": .optional(Self.key(choice.value, isRating: isRating)),
                    ]
                }),
        ]
    }

    private func dateTime(_ input: String, id: String) -> PageValues {
        let (day, time) = (bound.typed(input + ".date"), bound.typed(input + ".time"))
        return [
            "dateName": .text(input + ".date"), "dateValue": .text(day), "dateId": .text(id + "-date"),
            "timeName": .text(input + ".time"), "timeValue": .text(time), "timeId": .text(id + "-time"),
            "isNative": .flag(Self.isNative(day, time)),
        ]
    }

    private func rows(_ columns: [FieldDefinition], of table: String, atMost: Int) -> PageValues {
        let (shown, filled) = bound.rowCounts(table)
        // One empty row is always there; "add a row" adds one to the rows shown.
        let count = min(atMost, max(1, shown, filled + 1, bound.typed("add-row") == table ? shown + 1 : 0))
        return [
            "rows": .list(
                (0..<count).map { index in
                    [
                        "number": .text(words("form.row", ["number": String(index + 1)])), "index": .number(index),
                        "cells": .list(columns.map { cell($0, input: "\(table).\(index).\($0.name)") }),
                    ]
                }),
            "canAdd": .flag(count < atMost), "addName": "add-row", "addValue": .text(table),
        ]
    }

    /// Cells are not marked as required or optional: the table is. Their choices are drop-downs, to save space.
    private func cell(_ column: FieldDefinition, input: String) -> PageValues {
        make(column, input: input).merging([
            "required": false, "optional": false, "useSelect": true,
        ]) { $1 }
    }

    /// The error message: the most specific one in the catalogue.
    func message(_ error: FieldError) -> String {
        let field = bound.form.definition(of: error.field)
        let texts = error.arguments.mapValues { text in Day(text).map(words.day) ?? text }
        let arguments = SentenceArguments(texts).with("label", field.map { words($0.label) } ?? "")
        if case .key(let key) = field?.label, words.optional("\(key).error.\(error.code)") != nil {
            return words("\(key).error.\(error.code)", arguments)
        }
        let isChosen = error.code == "required" && field?.kind.isChosen == true
        return words(isChosen ? "error.required-choice" : "error.\(error.code)", arguments)
    }

    /// The id of the element that the error summary links to.
    func focusID(of error: FieldError) -> String { Self.id(error.field) }

    static func id(_ input: String) -> String { "f-" + input.replacing(".", with: "-") }

    /// Whether native date and time inputs can show these texts; they drop anything malformed.
    static func isNative(_ day: String, _ time: String) -> Bool {
        isNativeDate(day) && (time.isEmpty || TimeOfDay(time) != nil)
    }

    private static func isNativeDate(_ text: String) -> Bool { text.isEmpty || Day(text) != nil }

    /// The shortcut key of an option while its question has the focus.
    private static func key(_ value: String, isRating: Bool) -> String? {
        switch value {
        case "0", "1", "2", "3", "4", "5": isRating ? value : nil
        case "yes": "y"
        case "no": "n"
        case "not-asked": "-"
        case "very-satisfied": "5"
        case "satisfied": "4"
        case "average": "3"
        case "dissatisfied": "2"
        case "very-dissatisfied": "1"
        default: nil
        }
    }
}

extension FieldKind {
    /// Whether it is answered by choosing rather than typing.
    fileprivate var isChosen: Bool {
        switch self {
        case .choice, .choices, .scale, .person: true
        case .text, .textArea, .password, .number, .money, .date, .dateTime, .phone, .flag, .signature, .rows: false
        }
    }
}
