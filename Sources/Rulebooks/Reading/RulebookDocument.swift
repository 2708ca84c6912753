import Yams

/// Parses a rulebook's text into nodes, after checking that it cannot exhaust the server.
enum RulebookDocument {
    static func root(of yaml: String, log: MistakeLog) -> YAMLNode? {
        guard yaml.utf8.count <= Limits.bytes else {
            log.add(0, "", .tooLarge, ["most": "\(Limits.bytes)"])
            return nil
        }
        DocumentScan(yaml).report(to: log)
        guard log.mistakes.isEmpty else { return nil }
        do {
            guard let node = try Yams.compose(yaml: yaml) else {
                log.add(0, "", .empty)
                return nil
            }
            return YAMLNode(node: node, path: "", line: node.mark?.line ?? 1, log: log)
        } catch let error as YamlError {
            report(error, to: log)
        } catch {
            log.add(0, "", .notYAML, ["problem": "\(error)"])
        }
        return nil
    }

    private static func report(_ error: YamlError, to log: MistakeLog) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            log.add(mark.line, "", .notYAML, ["problem": problem])
        case .duplicatedKeysInMapping(let keys, let context):
            log.add(context.mark.line, keys.first ?? "", .duplicateKey, ["key": keys.joined(separator: ", ")])
        case .reader(let problem, let offset, _, let yaml):
            let line = yaml.prefix(offset ?? 0).count { $0.isNewline } + 1
            log.add(line, "", .notYAML, ["problem": problem])
        default:
            // Yams' other errors are about writing YAML, or about lack of memory.
            log.add(0, "", .notYAML, ["problem": "\(error)"])
        }
    }
}
