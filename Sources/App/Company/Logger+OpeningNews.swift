import Foundation
import Logging

extension Logger {
    /// Logs the findings from opening the database.
    func tell(_ news: OpeningNews) {
        switch news {
        case .closedToOthers(let files):
            warning("files could be read by others and were closed to them", metadata: ["files": "\(files)"])
        case .checking(let bytes):
            info("the database is being checked", metadata: ["bytes": "\(bytes)"])
        case .brokenReferences(let count, let tables):
            error(
                "rows speak of others that are not there",
                metadata: ["count": "\(count)", "tables": "\(tables.joined(separator: ", "))"])
        case .snapshot(let name):
            info("the database was copied before it is changed", metadata: ["file": "\(name)"])
        case .changingSchema(let from, let to):
            info("the database is being changed", metadata: ["from": "\(from)", "to": "\(to)"])
        case .entriesLost(let lost):
            error(
                "acknowledged entries are lost", metadata: ["noted": "\(lost.noted)", "last": "\(lost.last)"])
        case .attachmentsLost(let files):
            error("files of photographs are missing", metadata: ["files": "\(files)"])
        }
    }
}
