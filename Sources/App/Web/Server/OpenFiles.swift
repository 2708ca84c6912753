import Foundation

/// The process's limit of open file descriptors.
enum OpenFiles {
    /// Raises the soft limit as far as is possible without root; the default is far below.
    /// - Returns: the limit now in force.
    static func raiseLimit() -> Int {
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(kind, &limit) == 0 else { return usual }
        if limit.rlim_cur < limit.rlim_max {
            var raised = limit
            raised.rlim_cur = limit.rlim_max
            if setrlimit(kind, &raised) == 0 { limit = raised }
        }
        return Int(clamping: limit.rlim_cur)
    }

    private static let usual = 1_024
}
