import CLibXML2

/// A page read by libxml2's HTML parser. What is found is copied out, so that nothing points into its memory.
final class HTMLDocument {
    private let document: htmlDocPtr

    struct Unreadable: Error {}
    struct BadPath: Error { let xpath: String }

    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    init(_ html: String) throws {
        guard Self.isReady else { throw Unreadable() }
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        var html = html
        let read = html.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                htmlReadMemory($0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(options))
            }
        }
        guard let read else { throw Unreadable() }
        document = read
    }

    deinit { xmlFreeDoc(document) }

    /// What an XPath expression selects, in the order of the page.
    /// - Parameter path: where a relative expression begins; the root when nil.
    func find(_ xpath: String, below path: String? = nil) throws -> [ShownElement] {
        guard let path else { return try evaluate(xpath, at: nil).map(ShownElement.init) }
        guard let start = try evaluate(path, at: nil).first else { throw BadPath(xpath: path) }
        return try evaluate(xpath, at: start).map(ShownElement.init)
    }

    private func evaluate(_ xpath: String, at node: xmlNodePtr?) throws -> [xmlNodePtr] {
        guard let context = xmlXPathNewContext(document) else { throw Unreadable() }
        defer { xmlXPathFreeContext(context) }
        if let node { context.pointee.node = node }
        guard let found = xmlXPathEvalExpression(Array(xpath.utf8) + [0], context) else { throw BadPath(xpath: xpath) }
        defer { xmlXPathFreeObject(found) }
        guard let set = found.pointee.nodesetval, let table = set.pointee.nodeTab else { return [] }
        return (0..<Int(set.pointee.nodeNr)).compactMap { table[$0] }
    }
}

extension ShownElement {
    fileprivate init(_ node: xmlNodePtr) {
        name = Self.text(node.pointee.name)
        path = Self.taken(xmlGetNodePath(node))
        content = Self.taken(xmlNodeGetContent(node))
        var attributes: [String: String] = [:]
        if node.pointee.type == XML_ELEMENT_NODE {
            var next = node.pointee.properties
            while let attribute = next {
                let value = Self.taken(xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1))
                attributes[Self.text(attribute.pointee.name)] = value
                next = attribute.pointee.next
            }
        }
        self.attributes = attributes
    }

    private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }

    /// Copies a text of libxml2 and frees it.
    private static func taken(_ bytes: UnsafeMutablePointer<xmlChar>?) -> String {
        guard let bytes else { return "" }
        defer { huifang_xml_free(bytes) }
        return String(cString: bytes)
    }
}
