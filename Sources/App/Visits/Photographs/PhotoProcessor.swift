import Foundation
import Images
import Synchronization

/// Decodes, downsizes and re-encodes uploaded photographs one at a time, off the event loop: each may take 100 MB and a
/// second (SVC-3).
final class PhotoProcessor: Sendable {
    let developing = UploadsInProgress()
    private let attachments: AttachmentFolder
    private let queue: OperationQueue
    private let admission: Admission

    /// - Parameter mostWaiting: how many may wait or be processed before others are rejected.
    init(_ attachments: AttachmentFolder, mostWaiting: Int = 100) {
        self.attachments = attachments
        admission = Admission(most: mostWaiting)
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
    }

    /// Processes an uploaded file and stores the results; both files are flushed when this returns.
    /// - Throws: `ImageProblem` when it is not a photograph, `Refusal.tooMany` when the queue is full.
    func develop(_ file: URL) async throws -> ProcessedPhotograph {
        try await admission.during {
            try await withCheckedThrowingContinuation { continuation in
                queue.addOperation { [attachments] in
                    continuation.resume(with: Result { try Self.develop(file, in: attachments) })
                }
            }
        }
    }

    private static func develop(_ file: URL, in attachments: AttachmentFolder) throws -> ProcessedPhotograph {
        let reading = try DiskFile(reading: file)
        let limits = ImageLimits()
        guard try reading.size() <= limits.bytes else { throw ImageProblem.tooManyBytes }
        let sent = try reading.read(atMost: limits.bytes)
        let image = try ImageFile.read(sent, limits: limits)
        return ProcessedPhotograph(
            digest: try attachments.keep(image.file), thumbnailDigest: try attachments.keep(image.thumbnail),
            sentDigest: Sodium.sha256(sent), width: image.width, height: image.height, bytes: image.file.count)
    }
}

/// Bounded admission: a counter under a lock, so that concurrent uploads cannot exceed the limit.
final class Admission: Sendable {
    private let most: Int
    private let inside = Mutex(0)

    init(most: Int) { self.most = most }

    /// - Throws: `Refusal.tooMany` when it is full, and what `work` throws.
    func during<Value>(_ work: () async throws -> Value) async throws -> Value {
        let isAdmitted = inside.withLock { inside in
            guard inside < most else { return false }
            inside += 1
            return true
        }
        guard isAdmitted else { throw Refusal.tooMany }
        defer { inside.withLock { $0 -= 1 } }
        return try await work()
    }
}

/// A photograph whose files are stored, before its row is.
struct ProcessedPhotograph: Sendable, Hashable {
    let digest: String
    let thumbnailDigest: String
    let sentDigest: String
    let width: Int
    let height: Int
    let bytes: Int
}
