/// A column of a list, declared once for the page's table and the exported file (ACC-7).
struct Column<Item>: Sendable {
    /// Catalogue key.
    let heading: String
    let isOnlyInFile: Bool
    let cell: @Sendable (Item) -> ListCell
    /// The cell's link, on a page.
    let href: (@Sendable (Item) -> String)?
    /// Secondary text after the cell's, on a page.
    let soft: (@Sendable (Item) -> String)?
    /// The cell's badge, on a page.
    let badge: (@Sendable (Item) -> BadgeLook)?

    init(
        _ heading: String, isOnlyInFile: Bool = false, href: (@Sendable (Item) -> String)? = nil,
        soft: (@Sendable (Item) -> String)? = nil, badge: (@Sendable (Item) -> BadgeLook)? = nil,
        cell: @escaping @Sendable (Item) -> ListCell
    ) {
        self.heading = heading
        self.isOnlyInFile = isOnlyInFile
        self.href = href
        self.soft = soft
        self.badge = badge
        self.cell = cell
    }
}
