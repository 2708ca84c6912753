/// A column of a list, declared once for its table and its file (ACC-7).
struct Column<Item>: Sendable {
    /// Catalogue key.
    let heading: String
    let isOnlyInFile: Bool
    let cell: @Sendable (Item) -> ListCell
    /// Where the cell leads to, on a page.
    let href: (@Sendable (Item) -> String)?
    /// What stands behind it in a soft colour, on a page.
    let soft: (@Sendable (Item) -> String)?
    /// How the cell looks as a badge, on a page.
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
