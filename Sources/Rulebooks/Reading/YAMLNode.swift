import Forms
import Yams

/// A position in the document; its readers report mistakes and then return nil.
struct YAMLNode {
    let node: Node
    let path: String
    let line: Int
    let log: MistakeLog

    func note(_ code: RulebookMistake.Code, _ arguments: [String: String] = [:]) {
        log.add(line, path, code, arguments)
    }

    func mapping() -> MappingReader? {
        guard case .mapping(let mapping) = node else {
            note(.wrongShape, ["expected": "mapping"])
            return nil
        }
        return MappingReader(mapping, at: self)
    }

    /// A non-empty list.
    func list(atMost most: Int = Limits.entries) -> [YAMLNode]? {
        guard case .sequence(let sequence) = node else {
            note(.wrongShape, ["expected": "list"])
            return nil
        }
        guard !sequence.isEmpty else {
            note(.empty)
            return nil
        }
        guard sequence.count <= most else {
            note(.tooMany, ["most": "\(most)"])
            return nil
        }
        return sequence.enumerated().map { position, node in
            YAMLNode(node: node, path: "\(path)[\(position + 1)]", line: node.mark?.line ?? line, log: log)
        }
    }

    /// A scalar, as it is written.
    func scalar() -> String? {
        guard case .scalar(let scalar) = node else {
            note(.wrongShape, ["expected": "text"])
            return nil
        }
        return scalar.string
    }

    /// A text for people.
    func text() -> String? {
        guard let scalar = scalar() else { return nil }
        let text = TypedText.lines(scalar)
        guard !text.isEmpty else {
            note(.empty)
            return nil
        }
        guard TypedText.length(text) <= Limits.characters else {
            note(.tooLong, ["most": "\(Limits.characters)"])
            return nil
        }
        return text
    }

    /// A text in every language; `names` are its allowed placeholders.
    func localized(naming names: [ScriptName] = []) -> LocalizedText? {
        guard let mapping = mapping() else { return nil }
        var texts: [Language: String] = [:]
        for language in Language.allCases {
            guard let spot = mapping.required(language.rawValue), let text = spot.text() else { continue }
            for placeholder in Placeholders.names(in: text) where !names.map(\.rawValue).contains(placeholder) {
                spot.note(.unknownPlaceholder, ["value": placeholder])
            }
            texts[language] = text
        }
        mapping.finish()
        return texts.count == Language.allCases.count ? LocalizedText(texts) : nil
    }
}
