import Forms
import Yams

/// One place of the document; reading it gives nil where it is wrong, after noting what is.
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

    /// The entries of a list, at least one.
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

    /// What stands there as one word or sentence, as it is written.
    func scalar() -> String? {
        guard case .scalar(let scalar) = node else {
            note(.wrongShape, ["expected": "text"])
            return nil
        }
        return scalar.string
    }

    /// Words for people.
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

    /// One text in every language; `names` are those that it may hold in braces.
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
