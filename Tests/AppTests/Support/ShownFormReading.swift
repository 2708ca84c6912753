extension ShownForm {
    /// Every form of a page, in order.
    static func all(in document: HTMLDocument) throws -> [ShownForm] {
        try document.find("//form").map { try ShownForm($0, in: document) }
    }

    private init(_ form: ShownElement, in document: HTMLDocument) throws {
        let controls = try document.find(
            ".//*[self::input or self::select or self::textarea or self::button][not(@disabled)]", below: form.path)
        var fields: [ShownField] = []
        for control in controls {
            guard let name = control["name"], !name.isEmpty, let field = try Self.field(name, control, document) else {
                continue
            }
            if let known = fields.firstIndex(where: { $0.name == name }) {
                fields[known].values += field.values
                fields[known].options += field.options
            } else {
                fields.append(field)
            }
        }
        self.fields = fields
        action = form["action"] ?? ""
        isPost = form["method"]?.lowercased() == "post"
        isInMain = form.path.contains("/main/")
        buttons = controls.filter(Self.isSubmitButton).map {
            ShownButton(name: $0["name"] ?? "", value: $0["value"] ?? "", label: $0.text)
        }
    }

    private static func isSubmitButton(_ control: ShownElement) -> Bool {
        switch control.name {
        case "button": (control["type"] ?? "submit") == "submit"
        case "input": control["type"] == "submit"
        default: false
        }
    }

    private static func field(
        _ name: String, _ control: ShownElement, _ document: HTMLDocument
    ) throws -> ShownField? {
        switch control.name {
        case "textarea":
            // The parser drops the line break that may follow the tag, as browsers do; they also make every one plain.
            let text = control.content.replacing("\r\n", with: "\n")
            return ShownField(name: name, kind: .text, type: "textarea", values: [text], options: [])
        case "select": return try select(name, control, document)
        case "input": return input(name, control)
        default: return nil
        }
    }

    private static func input(_ name: String, _ control: ShownElement) -> ShownField? {
        let type = control["type"]?.lowercased() ?? "text"
        let value = control["value"]
        switch type {
        case "submit", "button", "reset", "image", "file": return nil
        case "radio", "checkbox":
            let option = value ?? "on"
            return ShownField(
                name: name, kind: type == "radio" ? .radios : .checks, type: type,
                values: control["checked"] == nil ? [] : [option], options: [option])
        case "hidden": return ShownField(name: name, kind: .hidden, type: type, values: [value ?? ""], options: [])
        default: return ShownField(name: name, kind: .text, type: type, values: [value ?? ""], options: [])
        }
    }

    private static func select(
        _ name: String, _ control: ShownElement, _ document: HTMLDocument
    ) throws -> ShownField {
        let options = try document.find(".//option", below: control.path)
        let value = { (option: ShownElement) in option["value"] ?? option.text }
        let chosen = options.filter { $0["selected"] != nil }.map(value)
        let isMultiple = control["multiple"] != nil
        return ShownField(
            name: name, kind: .select, type: "select",
            values: chosen.isEmpty && !isMultiple ? options.prefix(1).map(value) : chosen, options: options.map(value))
    }
}
