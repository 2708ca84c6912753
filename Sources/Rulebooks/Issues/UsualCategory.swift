import Forms

/// A default category, for rulebooks older than this section.
struct UsualCategory: Sendable {
    let id: String
    let department: String
    let title: LocalizedText
    let onSite: SiteUrgency?

    init(
        _ id: String, _ department: String, _ simplified: String, _ traditional: String, _ english: String,
        onSite: SiteUrgency? = nil
    ) {
        self.id = id
        self.department = department
        title = LocalizedText([.simplified: simplified, .traditional: traditional, .english: english])
        self.onSite = onSite
    }

    func category(of department: String) -> IssueCategory {
        IssueCategory(
            id: id, title: title, department: department, limits: CategoryLimits(onSite: onSite), solvedAs: .solved)
    }

    static let all = [
        UsualCategory("quality", "quality", "产品质量", "產品品質", "Product quality"),
        UsualCategory("service", "production", "服务态度", "服務態度", "Service"),
        UsualCategory("design", "design", "设计", "設計", "Design"),
        UsualCategory("money", "finance", "费用结算", "費用結算", "Money"),
        UsualCategory("repair", "maintenance", "维修", "維修", "Repair", onSite: .ordinary),
        UsualCategory(
            "water-electricity", "maintenance", "水电", "水電", "Water and electricity", onSite: .waterAndElectricity),
    ]
}
