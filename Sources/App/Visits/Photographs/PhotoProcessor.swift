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

    /// - Parameter mostWaiting: how many may wait or have their turn before others are sent away.
    init(_ attachments: AttachmentFolder, mostWaiting: Int = 100) {
        self.attachments = attachments
        admission = Admission(most: mostWaiting)
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
    }

    /// Reads a file that was sent, and keeps what is made of it; both files are on the disk when this returns.
    /// - Throws: `ImageProblem` when it is no photograph, `Refusal.tooMany` when too many wait.
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

/// Bounded admission: counts who is in under a lock, so that of many who come at one moment just so many get in.
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

/// A photograph whose files are kept, and which no row speaks of yet.
struct ProcessedPhotograph: Sendable, Hashable {
    let digest: String
    let thumbnailDigest: String
    let sentDigest: String
    let width: Int
    let height: Int
    let bytes: Int
}
