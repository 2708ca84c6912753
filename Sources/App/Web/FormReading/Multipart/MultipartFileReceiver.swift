import Foundation
import NIOCore

/// A file of a multipart form, streamed to disk.
struct ReceivedFile: Sendable, Hashable {
    enum State: Sendable, Hashable {
        case whole
        /// Over the size limit; nothing of it was kept.
        case tooLarge
        /// Writing to disk failed.
        case notWritten
    }

    let field: String
    /// For display, never for building a path; nil when the browser sent none.
    let filename: String?
    let place: URL
    let state: State
}

/// Streams the files of a multipart form into a folder and keeps the fields in memory.
///
/// A file that is too large is read to its end and dropped, so that the others sent with it are not lost.
struct MultipartFileReceiver: MultipartReceiver {
    private(set) var fields: [String: [String]] = [:]
    private(set) var files: [ReceivedFile] = []
    private let folder: URL
    private let limits: FormLimits
    private var part: MultipartPart?
    private var value = ByteBuffer()
    private var writing: Writing?

    private struct Writing {
        var file: DiskFile?
        let place: URL
        var bytes = 0
        var state = ReceivedFile.State.whole
    }

    /// - Parameter folder: an empty, existing folder that is deleted with the request.
    init(into folder: URL, limits: FormLimits) {
        self.folder = folder
        self.limits = limits
    }

    mutating func receive(_ event: MultipartEvent) throws(FormProblem) {
        switch event {
        case .began(let part):
            self.part = part
            value = ByteBuffer()
            if part.isFile { try begin() }
        case .bytes(let piece):
            if writing != nil { return write(piece) }
            guard value.readableBytes + piece.readableBytes <= limits.valueBytes else { throw .tooLarge }
            value.writeImmutableBuffer(piece)
        case .ended:
            try end()
        }
    }

    private mutating func begin() throws(FormProblem) {
        guard files.count < limits.files else { throw .tooLarge }
        let place = folder.appending(path: String(files.count))
        let file = try? DiskFile(making: place)
        writing = Writing(file: file, place: place, state: file == nil ? .notWritten : .whole)
    }

    private mutating func write(_ piece: ByteBuffer) {
        writing?.bytes += piece.readableBytes
        guard let writing, writing.state == .whole, let file = writing.file else { return }
        guard writing.bytes <= limits.fileBytes else { return stop(.tooLarge) }
        do throws(DiskFile.Problem) {
            try piece.withUnsafeReadableBytes { bytes throws(DiskFile.Problem) in try file.write(bytes) }
        } catch {
            stop(.notWritten)
        }
    }

    private mutating func stop(_ state: ReceivedFile.State) {
        writing?.state = state
        writing?.file = nil
        if let place = writing?.place { try? FileManager.default.removeItem(at: place) }
    }

    private mutating func end() throws(FormProblem) {
        guard let part else { return }
        self.part = nil
        guard let writing else {
            guard let text = String(validating: value.readableBytesView, as: UTF8.self) else { throw .malformed }
            return fields[part.name, default: []].append(text.withoutNul)
        }
        self.writing = nil
        // Browsers send an empty file input as a file without name and content.
        if part.filename == nil, writing.bytes == 0 {
            try? FileManager.default.removeItem(at: writing.place)
            return
        }
        files.append(
            ReceivedFile(field: part.name, filename: part.filename, place: writing.place, state: writing.state))
    }
}
