import Hummingbird

extension CSVFile {
    /// The file as an answer, the only one there is: who takes a list along is written down first (ACC-5, ACC-7).
    /// - Parameter list: which one, as the audit trail calls it.
    func response(of list: String, notedBy audit: AuditStore, _ stamp: Stamp) async throws -> Response {
        try await audit.noteExport(of: list, rows: rowCount, stamp)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
