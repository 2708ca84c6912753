import Foundation

/// How many files and connections the system lets this process have open at one time.
enum OpenFiles {
    /// Asks for as many as may be asked for without being root; the usual soft limit is far below.
    /// - Returns: how many it is now.
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
