import Foundation
import Images

/// Decodes, downsizes and re-encodes uploaded photographs one at a time, off the event loop: each may take 100 MB and a second (SVC-3).
final class PhotoProcessor: Sendable {
    let developing = UploadsInProgress()
    private let attachments: AttachmentFolder
    private let queue: OperationQueue
    private let mostWaiting: Int

    /// - Parameter mostWaiting: how many may wait for their turn before others are sent away.
    init(_ attachments: AttachmentFolder, mostWaiting: Int = 100) {
        self.attachments = attachments
        self.mostWaiting = mostWaiting
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
    }

    /// Reads a file that was sent, and keeps what is made of it; both files are on the disk when this returns.
    /// - Throws: `ImageProblem` when it is no photograph, `Refusal.tooMany` when too many wait.
    func develop(_ file: URL) async throws -> ProcessedPhotograph {
        guard queue.operationCount < mostWaiting else { throw Refusal.tooMany }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { [attachments] in
                continuation.resume(with: Result { try Self.develop(file, in: attachments) })
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

/// A photograph whose files are kept, and which no row speaks of yet.
struct ProcessedPhotograph: Sendable, Hashable {
    let digest: String
    let thumbnailDigest: String
    let sentDigest: String
    let width: Int
    let height: Int
    let bytes: Int
}
