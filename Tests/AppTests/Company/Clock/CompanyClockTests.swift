import Foundation
import Synchronization
import Testing

@testable import App

/// A machine whose clock somebody can set, beside its running time, which nobody can.
private final class Machine: Sendable {
    private let state = Mutex((clock: TestClock.start, uptime: 0.0))

    var clock: Date { state.withLock { $0.clock } }
    var uptime: TimeInterval { state.withLock { $0.uptime } }

    func run(_ seconds: TimeInterval) { state.withLock { $0 = ($0.clock + seconds, $0.uptime + seconds) } }
    func turnClock(by seconds: TimeInterval) { state.withLock { $0.clock += seconds } }

    func company(seen: Date? = nil) -> CompanyClock {
        CompanyClock(seen: seen, clock: { self.clock }, uptime: { self.uptime })
    }
}

@Suite("A clock that has jumped is not acted on until an administrator confirms it (ACC-16)")
struct CompanyClockTests {
    private let start = TestClock.start

    @Test("the machine's clock counts while it goes on, and when it is set by a little")
    func believed() {
        let machine = Machine()
        let clock = machine.company()
        #expect(clock.now == start)
        machine.run(3600)
        machine.turnClock(by: -290)
        #expect(clock.now == start.addingTimeInterval(3310) && clock.doubt == nil)
        machine.turnClock(by: 86_000)
        #expect(clock.now == start.addingTimeInterval(89_310) && clock.doubt == nil)
    }

    @Test("many small steps back are no way to a great one")
    func smallSteps() {
        let machine = Machine()
        let clock = machine.company()
        _ = clock.now
        for _ in 0..<10 {
            machine.turnClock(by: -200)
            _ = clock.now
        }
        #expect(clock.doubt != nil)
        #expect(clock.now >= start)
    }

    @Test(
        "set back by more than five minutes, or ahead by more than a day: the company's moment goes on by itself",
        arguments: [-301, -2_592_000, 86_401, 315_360_000] as [TimeInterval])
    func doubted(_ jump: TimeInterval) {
        let machine = Machine()
        let clock = machine.company()
        _ = clock.now
        machine.turnClock(by: jump)
        machine.run(60)
        #expect(clock.now == start.addingTimeInterval(60))
        #expect(clock.doubt == ClockDoubt(clock: start.addingTimeInterval(jump + 60), moment: clock.now))
        machine.turnClock(by: -jump)
        #expect(clock.doubt == nil, "put right again, it is believed again")
    }

    @Test("confirmed, it counts")
    func confirmed() {
        let machine = Machine()
        let clock = machine.company()
        _ = clock.now
        machine.turnClock(by: -86_400)
        #expect(clock.doubt?.isBehind == true)
        clock.believe()
        machine.run(5)
        #expect(clock.doubt == nil && clock.now == start.addingTimeInterval(5 - 86_400))
    }

    @Test("after a restart it is held against what was noted, and against the latest entry of the trail")
    func restarted() {
        let machine = Machine()
        #expect(machine.company(seen: start.addingTimeInterval(-3600)).doubt == nil)
        #expect(machine.company(seen: start.addingTimeInterval(-90_000)).doubt?.isBehind == false)
        #expect(machine.company(seen: start.addingTimeInterval(400)).doubt?.isBehind == true)
        let unknown = machine.company()
        unknown.hold(after: start.addingTimeInterval(-90_000))
        #expect(unknown.doubt == nil, "nobody knows for how long it was not served")
        unknown.hold(after: start.addingTimeInterval(400))
        #expect(unknown.doubt?.isBehind == true)
    }

    @Test("the mark that is held against it comes back as it was noted; what is no moment is none")
    func mark() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "mark-\(UUID().uuidString)")
        let folder = DataFolder(place.path)
        try folder.make()
        defer { try? FileManager.default.removeItem(at: place) }
        #expect(ClockMark(in: folder).read() == nil)
        try ClockMark(in: folder).note(start)
        #expect(ClockMark(in: folder).read() == start)
        try Data("nan\n".utf8).write(to: folder.clockSeen)
        #expect(ClockMark(in: folder).read() == nil)
    }
}

@Suite("What a doubted clock does not do, and how it is confirmed (ACC-16)")
struct DoubtedClockTests {
    @Test("a grant that ended does not open again when the clock is set back, and a seal stays")
    func setBack() async throws {
        let company = try await TestCompany()
        let call = try await company.filledCall()
        company.passDeadline()
        let granted = try await company.ask(.manager, toRead: call)
        _ = try await company.approve(granted)
        let manager = try await company.browser(signedInAs: .manager)
        #expect(try await manager.get(Paths.record(call.id)).status == 200)
        company.clock.advance(hours: -1)
        #expect(company.app.clock.doubt != nil)
        #expect(try await manager.get(Paths.record(call.id)).status == 403)
        let author = try await company.browser(signedInAs: .agent)
        #expect(try await author.get(Paths.correction(call.id)).status == 403)
    }

    @Test("an administrator is told on every page, reads what it does, and confirms it, which the trail remembers")
    func confirmation() async throws {
        let company = try await TestCompany()
        let admin = try await company.browser(signedInAs: .admin)
        let agent = try await company.browser(signedInAs: .agent)
        try await admin.get(Paths.today)
        #expect(try !admin.page.has("//a[@href='/condition']"))
        company.clock.advance(hours: -1)
        try await agent.get(Paths.today)
        #expect(try !agent.page.has("//a[@href='/condition']"))
        try await admin.get(Paths.today)
        try await admin.follow(Paths.condition)
        #expect(admin.page.text.contains("服务器的时钟可能不对"))
        try await admin.submit(try admin.page.form(Paths.clockConfirmation))
        #expect(admin.page.text.contains("一切正常"))
        #expect(company.app.clock.doubt == nil)
        #expect(try await company.number("SELECT count(*) FROM audit_entry WHERE action = 'clock-confirmed'") == 1)
    }
}
