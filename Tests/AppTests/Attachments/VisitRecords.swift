import CTurboJPEG
import Foundation
import GRDB
import Images
import Testing

@testable import App

/// Visits and photographs for tests whose subject comes after them.
extension TestCompany {
    /// A visit that is under way, of an order of its own.
    /// - Parameter one: who goes; nil for an outside firm.
    func visit(by one: Staff? = .technician, department: String = "maintenance") async throws -> Visit.ID {
        let number = "W-\(UUID().uuidString.prefix(8))"
        let customer = try await registerCustomer()
        let project = try await registerProject("P-\(number)", of: customer)
        let (technician, desk) = (try one.map { try member($0).id }, try member(.agent).id)
        return try await database.write { [now = clock.now] db in
            try db.execute(
                sql: """
                    INSERT INTO work_order (number, project_id, kind, department, urgency, source, symptom, contact_name,
                        contact_phone, site_address, received_at, arrive_by, requested_by, requested_at, state)
                    VALUES (?, ?, 'repair', ?, 'ordinary', 'phone', '水龙头漏水', '王建国', '13812345678', '安居路1号',
                        ?, ?, ?, ?, 'on-site')
                    """,
                arguments: [number, project, department, now, now.addingTimeInterval(86_400), desk, now])
            let order = db.lastInsertedRowID
            try db.execute(
                sql: """
                    INSERT INTO visit (order_id, number, technician_id, firm, dispatched_by, dispatched_at, state)
                    VALUES (?, 1, ?, ?, ?, ?, 'on-site')
                    """,
                arguments: [order, technician, technician == nil ? "快修公司" : "", desk, now])
            return db.lastInsertedID()
        }
    }

    /// Files the report of a visit, as far as photographs are concerned.
    func fileReport(of visit: Visit.ID) async throws {
        let author = try member(.technician).id
        try await database.write { [now = clock.now] db in
            try db.execute(
                sql: """
                    INSERT INTO service_report (visit_id, author_id, begun_at, filed_at, answers, outcome)
                    VALUES (?, ?, ?, ?, '{}', 'fixed')
                    """,
                arguments: [visit, author, now, now])
        }
    }

    /// Brings records into a state that the pages come to in other ways.
    func run(_ sql: String) async throws {
        try await database.write { db in try db.execute(sql: sql) }
    }

    /// A photograph of a visit, kept.
    /// - Returns: its token.
    func photograph(of id: Visit.ID, _ moment: Photograph.Moment = .before, shade: UInt8 = 90) async throws -> String {
        let image = try ImageFile.read(try TestPhotograph.jpeg(shade: shade))
        let developed = ProcessedPhotograph(
            digest: try app.attachments.keep(image.file), thumbnailDigest: try app.attachments.keep(image.thumbnail),
            sentDigest: UUID().uuidString, width: image.width, height: image.height, bytes: image.file.count)
        let admin = try member(.admin)
        let visit = try #require(try await app.photographStore.visit(id, visibleTo: admin)).visit
        _ = try await app.photographStore.add([developed], moment, to: visit, .random(), try stamp(.technician))
        return try #require(
            try await app.photographStore.visit(id, visibleTo: admin)?.photographs.last?.token)
    }

    func remove(_ token: String) async throws {
        let found = try #require(try await app.photographStore.find(token, visibleTo: try member(.admin)))
        _ = try await app.photographStore.remove(
            found.photograph, of: found.visit, .random(), try stamp(.technician))
    }

    /// The files that lie in the attachments' folder, without those that are just arriving.
    func attachmentFiles() throws -> [String] {
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder.attachments.path)
        return all.filter { $0.utf8.count == 65 }.sorted()
    }

    /// What was being received and is still lying about.
    func halfReceived() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.attachments.appending(path: "incoming").path)
    }
}

/// A photograph as a phone might send it.
enum TestPhotograph {
    /// - Parameter shade: makes it another one.
    static func jpeg(_ width: Int = 400, _ height: Int = 300, shade: UInt8 = 90) throws -> [UInt8] {
        let encoder = try #require(tjInitCompress())
        defer { tjDestroy(encoder) }
        let pixels = (0..<(width * height * 3)).map { UInt8(truncatingIfNeeded: $0 / 64) ^ shade }
        var file: UnsafeMutablePointer<UInt8>?
        var length = UInt(0)
        defer { tjFree(file) }
        let result = tjCompress2(
            encoder, pixels, Int32(width), 0, Int32(height), Int32(TJPF_RGB.rawValue), &file, &length,
            Int32(TJSAMP_420.rawValue), 85, 0)
        try #require(result == 0)
        return Array(UnsafeBufferPointer(start: file, count: Int(length)))
    }
}
