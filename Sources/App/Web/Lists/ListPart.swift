/// Offset and limit of a list.
struct ListPart: Sendable, Hashable {
    /// Rows skipped.
    let offset: Int
    let limit: Int

    static let pageSize = 50
    /// Page numbers stop here, since skipped rows are still read.
    static let lastPage = 2_000

    /// - Parameter number: from 1.
    static func page(_ number: Int) -> ListPart { ListPart(offset: (number - 1) * pageSize, limit: pageSize) }

    /// The first rows, as boards show them.
    static func first(_ limit: Int) -> ListPart { ListPart(offset: 0, limit: limit) }

    /// As many rows as a file may have.
    static let file = ListPart(offset: 0, limit: CSVFile.limit)

    var page: Int { offset / Self.pageSize + 1 }
}
