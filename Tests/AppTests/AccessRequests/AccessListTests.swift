import Testing

@testable import App

@Suite("The list of requests for access (ACC-4, UX-7)")
struct AccessListTests {
    @Test("what waits stands on top, the oldest first; below it what was decided, the latest first; each once")
    func order() async throws {
        let company = try await TestCompany()
        let requests = try await company.manyRequests(54)
        for request in requests.prefix(2) {
            company.clock.advance(days: 1)
            try await company.refuse(request)
        }
        let first = try await company.access.list(.all, .page(1), at: company.clock.now)
        let second = try await company.access.list(.all, .page(2), at: company.clock.now)
        #expect(first.rows.map(\.id) == Array(requests[2..<52]) && first.isMore)
        #expect(second.rows.map(\.id) == [requests[52], requests[53], requests[1], requests[0]] && !second.isMore)
        #expect(second.rows.map(\.state) == [.pending, .pending, .refused, .refused])
    }

    @Test("a row shows what was decided of its request, and all rows are read at once")
    func rows() async throws {
        let company = try await TestCompany()
        let requests = try await company.manyRequests(4)
        let grant = try await company.approve(requests[0])
        _ = try await company.approve(requests[1])
        try await company.refuse(requests[2])
        try await company.revoke(grant)
        let work = StatementWork(company.database)
        let statements = try await work.statements(of: {
            let list = try await company.access.list(.all, .page(1), at: company.clock.now)
            let states = Dictionary(list.rows.map { ($0.id, $0.state) }) { first, _ in first }
            #expect(requests.map { states[$0] } == [.revoked, .approved, .refused, .pending])
        })
        #expect(statements.filter { $0.contains("access_") }.count == 5, "\(statements)")
    }
}

extension TestCompany {
    fileprivate func manyRequests(_ count: Int) async throws -> [AccessRequest.ID] {
        var requests: [AccessRequest.ID] = []
        let customer = try await registerCustomer()
        for number in 0..<count {
            let project = try await registerProject("HF-\(number)", of: customer, milestones: [:])
            requests.append(try await ask(.manager, toReadAllOf: project))
        }
        return requests
    }
}
