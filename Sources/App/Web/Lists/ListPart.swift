/// How much of a list is fetched.
struct ListPart: Sendable, Hashable {
    /// Rows that are passed over.
    let offset: Int
    let limit: Int

    static let pageSize = 50
    /// Nobody leafs further, and what is passed over is read.
    static let lastPage = 2_000

    /// - Parameter number: from 1.
    static func page(_ number: Int) -> ListPart { ListPart(offset: (number - 1) * pageSize, limit: pageSize) }

    /// So many from the top, as boards show them.
    static func first(_ limit: Int) -> ListPart { ListPart(offset: 0, limit: limit) }

    /// As many as a file takes.
    static let file = ListPart(offset: 0, limit: CSVFile.limit)

    var page: Int { offset / Self.pageSize + 1 }
}
