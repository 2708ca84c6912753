import Forms
import Markup

/// The filter of a list for `components/filter.mustache`, drawn from the fields of its form (UX-7).
struct FilterValues {
    let query: ListQuery
    let words: Words
    /// Options known only at run time, such as the staff, for fields without options of their own.
    var options: [String: [Choice]] = [:]

    /// All fields of the form, side by side.
    var filter: PageValue {
        .page([
            "action": .text(query.path), "isSearch": false, "submit": .text(words("form.filter")),
            "fields": .list(query.filter.form.fields.compactMap(field)),
        ])
    }

    /// A search box; other fields of the address are kept as hidden inputs.
    func search(_ field: Field<String>, keeping others: [String] = [], submit: String) -> PageValue {
        let kept = others.compactMap { query.filter.form[$0] }.filter { !query.text(of: $0).isEmpty }
        return .page([
            "action": .text(query.path), "isSearch": true, "submit": .text(words(submit)),
            "fields": .list(kept.map { entry($0, "isHidden") } + [self.field(field.definition)].compactMap { $0 }),
        ])
    }

    /// - Returns: nil for a field that needs options and has none.
    private func field(_ field: FieldDefinition) -> PageValues? {
        let offered = options[field.name]
        switch field.kind {
        case .choice(let choices), .scale(let choices), .person(let choices): return select(field, offered ?? choices)
        case .number: return offered.flatMap { select(field, $0) }
        case .text(let maximum):
            if let offered { return select(field, offered) }
            return entry(field, "isText").merging(["maximum": .number(maximum)]) { $1 }
        case .date: return entry(field, "isDate")
        case .flag: return tick(field, "yes", field.label)
        case .choices(let choices): return choices.first.flatMap { tick(field, $0.value, $0.label) }
        case .textArea, .password, .money, .dateTime, .phone, .signature, .rows: return nil
        }
    }

    private func select(_ field: FieldDefinition, _ choices: [Choice]) -> PageValues? {
        guard !choices.isEmpty else { return nil }
        let chosen = query.text(of: field)
        return entry(field, "isSelect").merging([
            "options": .list(
                choices.map {
                    [
                        "value": .text($0.value), "label": .text(words($0.label)), "checked": .flag($0.value == chosen),
                    ]
                })
        ]) { $1 }
    }

    private func tick(_ field: FieldDefinition, _ value: String, _ label: Label) -> PageValues {
        entry(field, "isTick").merging([
            "value": .text(value), "label": .text(words(label)), "checked": .flag(query.text(of: field) == value),
        ]) { $1 }
    }

    private func entry(_ field: FieldDefinition, _ look: String) -> PageValues {
        [
            "name": .text(field.name), "label": .text(words(field.label)), "value": .text(query.text(of: field)),
            "isSelect": .flag(look == "isSelect"), "isTick": .flag(look == "isTick"), "isDate": .flag(look == "isDate"),
            "isText": .flag(look == "isText"), "isHidden": .flag(look == "isHidden"),
        ]
    }
}

extension Choice {
    /// The option that does not filter by this field.
    static func any(_ key: String) -> Choice { Choice(value: "", label: .key(key)) }

    /// One option per case.
    /// - Parameter prefix: of their catalogue keys, with the dot.
    static func each<Value: CaseIterable & RawRepresentable<String>>(
        _ type: Value.Type, _ prefix: String
    ) -> [Choice] {
        Value.allCases.map { Choice(value: $0.rawValue, label: .key(prefix + $0.rawValue)) }
    }
}
