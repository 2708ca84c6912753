import Logging

extension Logger {
    /// An entry for work beside requests that failed. What a stop interrupts has not failed: it is done after the next
    /// start.
    func failure(_ message: Message, _ error: any Error, metadata: Metadata = [:]) {
        guard !(error is CancellationError), !Task.isCancelled else { return }
        self.error(message, metadata: metadata.merging(["type": "\(type(of: error))"]) { $1 })
    }
}
