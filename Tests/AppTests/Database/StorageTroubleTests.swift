import Foundation
import Testing

@testable import App

@Suite("Errors of files are told from faults of the program (RUN-5)")
struct StorageTroubleTests {
    @Test("Foundation's own, by the system's code where it is known")
    func foundation() {
        func trouble(_ code: CocoaError.Code, _ posix: POSIXErrorCode? = nil) -> StorageTrouble? {
            let facts = posix.map { [NSUnderlyingErrorKey: POSIXError($0) as any Error] } ?? [:]
            return StorageTrouble(CocoaError(code, userInfo: facts))
        }
        #expect(trouble(.fileWriteOutOfSpace) == .full(code: ENOSPC))
        #expect(trouble(.fileWriteUnknown) == .failing(code: 0))
        #expect(trouble(.fileWriteUnknown, .EIO) == .failing(code: EIO))
        #expect(trouble(.fileWriteUnknown, .EDQUOT) == .full(code: EDQUOT))
        #expect(
            trouble(.fileReadNoSuchFile) == nil && trouble(.fileNoSuchFile) == nil, "that is no trouble of the disk")
        #expect(trouble(.coderInvalidValue) == nil)
    }
}
