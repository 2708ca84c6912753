import Testing

@testable import App

@Suite("The line before the hasher (ACC-14)")
struct HashingLineTests {
    private func line(known: Int = 5, strangers: Int = 6, ofOneNetwork: Int = 3) -> HashingLine<String> {
        HashingLine(HashingRoom(known: known, strangers: strangers, ofOneNetwork: ofOneNetwork))
    }

    private func strangers(_ line: inout HashingLine<String>) -> [String] {
        var order: [String] = []
        while let job = line.nextStranger() { order.append(job) }
        return order
    }

    @Test("networks take turns, so that a crowd from one holds up nobody from another")
    func fair() {
        var line = line()
        for job in ["a1", "a2", "a3", "b1", "b2", "c1"] {
            let isTaken = line.add(job, at: .stranger(network: String(job.prefix(1))))
            #expect(isTaken)
        }
        #expect(strangers(&line) == ["a1", "b1", "c1", "a2", "b2", "a3"])
        let isTaken = line.add("a4", at: .stranger(network: "a"))
        #expect(isTaken)
        #expect(strangers(&line) == ["a4"])
    }

    @Test("one network, all strangers and those who are known have room for so many each")
    func bounded() {
        var line = line()
        let network = (0..<5).map { line.add("a\($0)", at: .stranger(network: "a")) }
        #expect(network == [true, true, true, false, false])
        let others = (0..<5).map { line.add("\($0)", at: .stranger(network: "n\($0)")) }
        #expect(others == [true, true, true, false, false])
        let known = (0..<7).map { line.add("k\($0)", at: .known) }
        #expect(known == [true, true, true, true, true, false, false])
        #expect(line.nextKnown() == "k0")
        #expect(line.hasRoom(for: .known))
    }
}
