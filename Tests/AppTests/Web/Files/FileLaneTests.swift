import Foundation
import Testing

@testable import App

/// Files of lists never take the threads that answer pages.
struct FileLaneTests {
    @Test("one file is made at a time, on a thread of its own")
    func oneByOne() async {
        let crowd = Crowd()
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    await withTaskExecutorPreference(FileThread.shared) {
                        crowd.around { usleep(2_000) }
                        // After a wait the work goes on in the lane, too.
                        await Task.yield()
                        crowd.around { usleep(2_000) }
                    }
                }
            }
        }
        #expect(crowd.most == 1)
    }

    @Test("pages are answered while a file is made")
    func besides() async {
        let isAnswered = DispatchSemaphore(value: 0)
        async let file: DispatchTimeoutResult = withTaskExecutorPreference(FileThread.shared) {
            FileLaneTests.wait(for: isAnswered)
        }
        await Task.yield()
        isAnswered.signal()
        #expect(await file == .success, "the file waits for the page, and the page does not wait for the file")
    }

    /// Blocks the thread, as making a file does.
    private static func wait(for signal: DispatchSemaphore) -> DispatchTimeoutResult {
        signal.wait(timeout: .now() + 30)
    }
}
