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

    /// Every element with its place and the names of its attributes, and every text and attribute value, in one walk:
    /// comparing pages asks for all of them, thousands of times.
    func outline() -> (elements: [String], texts: [String]) {
        var outline = Outline()
        if let root = xmlDocGetRootElement(document) { outline.add(root, below: "") }
        return (outline.elements, outline.texts)
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

private struct Outline {
    var elements: [String] = []
    var texts: [String] = []

    mutating func add(_ node: xmlNodePtr, below place: String) {
        guard node.pointee.type == XML_ELEMENT_NODE else {
            if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE {
                texts.append(ShownElement.text(node.pointee.content))
            }
            return
        }
        let place = place + "/" + ShownElement.text(node.pointee.name)
        let attributes = ShownElement.attributes(of: node)
        elements.append(place + " " + attributes.keys.sorted().joined(separator: " "))
        texts += attributes.sorted { $0.key < $1.key }.map(\.value)
        var next = node.pointee.children
        while let child = next {
            add(child, below: place)
            next = child.pointee.next
        }
    }
}

extension ShownElement {
    fileprivate init(_ node: xmlNodePtr) {
        name = Self.text(node.pointee.name)
        path = Self.taken(xmlGetNodePath(node))
        content = Self.taken(xmlNodeGetContent(node))
        attributes = node.pointee.type == XML_ELEMENT_NODE ? Self.attributes(of: node) : [:]
    }

    fileprivate static func attributes(of node: xmlNodePtr) -> [String: String] {
        var attributes: [String: String] = [:]
        var next = node.pointee.properties
        while let attribute = next {
            let value = taken(xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1))
            attributes[text(attribute.pointee.name)] = value
            next = attribute.pointee.next
        }
        return attributes
    }

    fileprivate static func text(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }

    /// Copies a text of libxml2 and frees it.
    private static func taken(_ bytes: UnsafeMutablePointer<xmlChar>?) -> String {
        guard let bytes else { return "" }
        defer { huifang_xml_free(bytes) }
        return String(cString: bytes)
    }
}
