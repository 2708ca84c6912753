/// One piece of a template's text: markup between tags, or a tag.
enum TemplatePiece: Hashable {
    case markup([UInt8])
    case tag(TemplateTag)
}

struct TemplateTag: Hashable {
    enum Sigil: UInt8, CaseIterable {
        case value = 0
        case section = 0x23  // #
        case inverted = 0x5E  // ^
        case end = 0x2F  // /
        case partial = 0x3E  // >
        case parent = 0x3C  // <
        case block = 0x24  // $
        case comment = 0x21  // !
    }

    let sigil: Sigil
    let name: String
    let line: Int
}
