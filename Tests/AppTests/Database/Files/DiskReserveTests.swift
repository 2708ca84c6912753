import Foundation
import Synchronization
import Testing

@testable import App

@Suite("A megabyte is kept aside, so that an administrator can sign in when the disk is full (RUN-5)")
struct DiskReserveTests {
    private final class Room: Sendable {
        private let bytes = Mutex<Int?>(nil)
        var free: Int? {
            get { bytes.withLock { $0 } }
            set { bytes.withLock { $0 = newValue } }
        }
    }

    private let folder: DataFolder
    private let room = Room()

    init() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "reserve-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        folder = DataFolder(place.path)
    }

    private func reserve(free: Int?) -> DiskReserve {
        room.free = free
        return DiskReserve(in: folder, free: { [room] in room.free })
    }

    private var kept: Int? { FileFacts(folder.reserve)?.bytes }

    @Test("kept while there is room, and only then")
    func keeping() {
        reserve(free: 2 * DiskReserve.size).keep()
        #expect(kept == nil)
        reserve(free: nil).keep()
        #expect(kept == nil)
        reserve(free: 100 * DiskReserve.size).keep()
        #expect(kept == DiskReserve.size)
    }

    @Test("given up once; needed until there is room for it again, which makes it anew")
    func givingUp() {
        let reserve = reserve(free: 100 * DiskReserve.size)
        reserve.keep()
        #expect(!reserve.isNeeded)
        room.free = 0
        #expect(reserve.giveUp() && !reserve.giveUp())
        #expect(kept == nil && reserve.isNeeded)
        room.free = 100 * DiskReserve.size
        #expect(!reserve.isNeeded && kept == DiskReserve.size)
    }

    @Test("what goes on meanwhile: signing in, administrators, and what nobody asks for")
    func vital() {
        func isVital(_ claim: Claim?) -> Bool {
            Stamp(member: nil, at: Date(timeIntervalSince1970: 0), address: "-", claim: claim).isVital
        }
        #expect(isVital(nil) && isVital(.signingIn))
        #expect(!isVital(.stranger))
        #expect(isVital(.member(session: 1, roles: [.agent, .administrator], department: nil)))
        #expect(!isVital(.member(session: 1, roles: [.agent], department: nil)))
    }
}
