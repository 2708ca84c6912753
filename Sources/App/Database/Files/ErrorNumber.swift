import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The system's description of a failed call.
enum ErrorNumber {
    /// The description of the call that has just failed.
    static var words: String { words(errno) }

    static func words(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    }
}
