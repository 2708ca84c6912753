import Forms

/// A department that is responsible for work orders and issues; its managers decide (SVC-2, ISS-2).
public struct Department: Sendable, Hashable, Codable {
    public let id: String
    public let title: LocalizedText

    public init(id: String, title: LocalizedText) {
        self.id = id
        self.title = title
    }

    /// The default for rulebooks older than this section.
    public static let usual = [
        usual("maintenance", "维修部", "維修部", "Maintenance"), usual("production", "工程部", "工程部", "Site works"),
        usual("sales", "销售部", "銷售部", "Sales"), usual("design", "设计部", "設計部", "Design"),
        usual("quality", "质检部", "質檢部", "Quality control"), usual("finance", "财务部", "財務部", "Finance"),
    ]

    private static func usual(_ id: String, _ simplified: String, _ traditional: String, _ english: String) -> Self {
        Department(
            id: id, title: LocalizedText([.simplified: simplified, .traditional: traditional, .english: english]))
    }
}
