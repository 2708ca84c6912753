import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the system says about why a call failed.
enum ErrorNumber {
    /// The reason of the call that failed just now.
    static var words: String { words(errno) }

    static func words(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    }
}
