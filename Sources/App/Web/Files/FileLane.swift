import Foundation
import Hummingbird

/// Files of lists are made one after another on a thread of their own.
///
/// A file of 10,000 rows takes a third of a second; made on the threads that answer requests, which are as few as the
/// processor's cores, two of them would stop every page.
struct FileLane: RouterMiddleware {
    typealias Context = MemberContext

    func handle(
        _ request: Request, context: MemberContext, next: (Request, MemberContext) async throws -> Response
    ) async throws -> Response {
        try await withTaskExecutorPreference(FileThread.shared) { try await next(request, context) }
    }
}

/// The thread: a queue that runs one job at a time.
final class FileThread: TaskExecutor {
    static let shared = FileThread()
    private let queue = DispatchQueue(label: "huifang.files")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

extension RouterGroup where Context == MemberContext {
    /// Routes whose answer is a file of a list, and is owed an entry in the audit trail (ACC-7).
    func exporting(_ pages: PageResponder) -> RouterGroup<MemberContext> {
        owingEntry(pages).add(middleware: FileLane())
    }
}
